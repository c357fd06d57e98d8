"use client";

import { Alert, Button } from "@heroui/react";
import { Coins } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useBatchForm } from "@/components/batches/new/use-batch-form";
import type { BatchPrice } from "@/lib/batches/draft-schema";
import type { CodeKind } from "@/lib/codes/schema";

interface BatchPriceLineProps {
  kind: CodeKind;
  price: BatchPrice;
  isCurrent: boolean;
}

/** What the batch will cost, said before it is started: limited codes, calls, time, a second person. */
export function BatchPriceLine({ kind, price, isCurrent }: BatchPriceLineProps) {
  const t = useTranslations("batches.price");
  const format = useFormatter();
  const { limitedCount, callCount, minutes, days, left, lifetimeLimit } = price;
  const numbers = {
    count: format.number(limitedCount),
    left: format.number(left),
    limit: format.number(lifetimeLimit),
  };
  const isLimited = limitedCount > 0;
  const notes = [
    callCount === 0 ? t("callsNone") : t("calls", { count: callCount, minutes }),
    kind === "WXACODE" && callCount > 0 ? (days === null ? t("never") : t("days", { days })) : null,
    price.needsApproval ? t("needsApproval") : null,
  ].filter((note) => note !== null);
  return (
    <div aria-live="polite" className={isCurrent ? undefined : "opacity-60"}>
      {price.isAffordable ? (
        <p
          className={`flex gap-2 rounded-lg px-3 py-2 text-sm ${
            isLimited
              ? "bg-warning-soft text-warning-soft-foreground"
              : "bg-surface-secondary text-foreground"
          }`}
        >
          <Coins aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>
            {isLimited ? t("limited", { ...numbers, count: limitedCount }) : t("free", numbers)}
          </span>
        </p>
      ) : (
        <Unaffordable numbers={numbers} />
      )}
      <ul className="mt-1.5 flex list-disc flex-col gap-0.5 pl-5 text-xs text-muted">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  );
}

/** More than is left: the way out is the kind that costs nothing. */
function Unaffordable({ numbers }: { numbers: Record<string, string> }) {
  const t = useTranslations("batches.price");
  const { setValue, clearErrors } = useBatchForm();
  return (
    <Alert status="danger">
      <Alert.Indicator />
      <Alert.Content>
        <Alert.Title>{t("unaffordable", numbers)}</Alert.Title>
        <Alert.Description>{t("wayOut")}</Alert.Description>
        <div className="mt-2">
          <Button
            size="sm"
            variant="secondary"
            onPress={() => {
              clearErrors();
              setValue("kind", "WXACODE_UNLIMITED", { shouldDirty: true });
            }}
          >
            {t("useUnlimited")}
          </Button>
        </div>
      </Alert.Content>
    </Alert>
  );
}
