"use client";

import { Alert, Button } from "@heroui/react";
import { Infinity as Endless } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import { useBatchForm } from "@/components/batches/new/use-batch-form";
import { LimitedKindDialog } from "@/components/codes/mint/limited-kind-dialog";
import type { LimitedKind } from "@/components/codes/mint/limited-kind-dialog";
import type { QuotaNumbers } from "@/lib/mini-programs/schema";

interface KindChoiceProps {
  quota: QuotaNumbers | undefined;
  rowCount: number;
}

/** B, or A and C behind a deliberate step that says how many of the 100,000 the rows would use. */
export function KindChoice({ quota, rowCount }: KindChoiceProps) {
  const t = useTranslations("batches.kind");
  const shared = useTranslations("newCode.kind");
  const format = useFormatter();
  const { control, setValue, getValues, clearErrors } = useBatchForm();
  const kind = useWatch({ control, name: "kind" });
  const reason = useWatch({ control, name: "reason" });
  const [isChoosing, setChoosing] = useState(false);
  const [round, setRound] = useState(0);

  function openChoice() {
    setRound(round + 1);
    setChoosing(true);
  }

  function takeLimited(limited: LimitedKind, why: string) {
    clearErrors();
    setValue("kind", limited, { shouldDirty: true });
    setValue("reason", why, { shouldDirty: true });
    const { pageTemplate, pathTemplate, carries } = getValues();
    if (pathTemplate === "" && pageTemplate !== "") {
      const query = carries.column === "" ? "" : `?id={${carries.column}}`;
      setValue("pathTemplate", pageTemplate + query, { shouldDirty: true });
    }
  }

  function returnToUnlimited() {
    clearErrors();
    setValue("kind", "WXACODE_UNLIMITED", { shouldDirty: true });
  }

  return (
    <>
      {kind === "WXACODE_UNLIMITED" ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl bg-surface-secondary p-3">
          <Endless aria-hidden className="size-5 shrink-0 text-accent" />
          <div className="min-w-56 flex-1">
            <p className="font-medium">{shared("b")}</p>
            <p className="text-xs text-muted">{t("bText")}</p>
          </div>
          <Button size="sm" variant="outline" onPress={openChoice}>
            {shared("chooseLimited")}
          </Button>
        </div>
      ) : (
        <Alert status="warning">
          <Alert.Indicator />
          <Alert.Content>
            <Alert.Title>
              {t(`${kind === "WXACODE" ? "a" : "c"}${rowCount === 0 ? "Each" : ""}`, {
                count: format.number(rowCount),
              })}
            </Alert.Title>
            <Alert.Description>{shared(kind === "WXACODE" ? "aText" : "cText")}</Alert.Description>
            <div className="mt-2">
              <Button size="sm" variant="secondary" onPress={returnToUnlimited}>
                {shared("backToUnlimited")}
              </Button>
            </div>
          </Alert.Content>
        </Alert>
      )}
      <LimitedKindDialog
        key={round}
        isOpen={isChoosing}
        onOpenChange={setChoosing}
        quota={quota}
        reason={reason}
        onChoose={takeLimited}
      />
    </>
  );
}
