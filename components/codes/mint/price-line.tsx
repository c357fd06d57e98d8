"use client";

import { Skeleton } from "@heroui/react";
import { CircleCheck, Coins, TriangleAlert } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { PriceState } from "@/components/codes/mint/use-price";
import { TextLink } from "@/components/ui/text-link";
import type { CodeKind, MintPrice } from "@/lib/codes/schema";

interface PriceLineProps {
  kind: CodeKind;
  state: PriceState;
}

const TONES = {
  free: "bg-accent-soft text-accent-soft-foreground",
  limited: "bg-warning-soft text-warning-soft-foreground",
  plain: "bg-surface-secondary text-foreground",
};

function Line({
  icon: Icon,
  tone,
  children,
}: {
  icon: LucideIcon;
  tone: keyof typeof TONES;
  children: ReactNode;
}) {
  return (
    <p className={`flex gap-2 rounded-lg px-3 py-2 text-sm ${TONES[tone]}`}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0">{children}</span>
    </p>
  );
}

function KnownPrice({ kind, price }: { kind: CodeKind; price: MintPrice }) {
  const t = useTranslations("newCode.price");
  const format = useFormatter();
  const limit = format.number(price.lifetimeLimit);
  if (price.sceneTakenBy) {
    const { id, label, page } = price.sceneTakenBy;
    return (
      <Line icon={TriangleAlert} tone="limited">
        {t("sceneTaken", { page: page || "/" })}{" "}
        <TextLink href={`/codes/${id}`}>{t("quoted", { label })}</TextLink>
      </Line>
    );
  }
  if (price.repeatOf) {
    const { id, label, status } = price.repeatOf;
    return (
      <Line icon={CircleCheck} tone="free">
        <TextLink href={`/codes/${id}`}>{t("quoted", { label })}</TextLink>{" "}
        {t(status === "minted" ? "repeat" : "repeatPending")}
      </Line>
    );
  }
  if (price.limitedCount === 0) {
    return (
      <Line icon={Coins} tone="plain">
        {t("unlimited", { limit, calls: price.callCount })}
      </Line>
    );
  }
  return (
    <Line icon={Coins} tone="limited">
      {t(price.left > 0 ? "limited" : "exhausted", {
        kind: kind === "WXACODE" ? "A" : "C",
        left: format.number(price.left),
        limit,
      })}
    </Line>
  );
}

/** What else decides whether it can be minted: the look-alike, the day, a share, a second person. */
function PriceNotes({ price }: { price: MintPrice }) {
  const t = useTranslations("newCode.price");
  const format = useFormatter();
  const { lookAlike, callsLeftToday, dailyLimit, budget, needsApproval, limitedCount } = price;
  const notes = [
    lookAlike &&
      t(limitedCount > 0 ? "lookCounted" : "lookFree", {
        label: lookAlike.label,
      }),
    callsLeftToday !== null &&
      price.callCount > 0 &&
      t("today", { left: format.number(callsLeftToday), limit: format.number(dailyLimit) }),
    budget &&
      t(budget.left > 0 ? "budget" : "budgetGone", {
        name: budget.name,
        left: format.number(budget.left),
      }),
    needsApproval && t("needsApproval"),
  ].filter((note): note is string => typeof note === "string");
  if (notes.length === 0) return null;
  return (
    <ul className="mt-1.5 flex list-disc flex-col gap-0.5 pl-5 text-xs text-muted">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

/** What the button below will cost, said before it is pressed. */
export function PriceLine({ kind, state }: PriceLineProps) {
  const t = useTranslations("newCode.price");
  return (
    <div aria-live="polite" aria-busy={state.is === "asking" || state.is === "refreshing"}>
      {state.is === "asking" ? <Skeleton className="h-9 rounded-lg" /> : null}
      {state.is === "failed" ? (
        <Line icon={TriangleAlert} tone="plain">
          {t("failed")}
        </Line>
      ) : null}
      {state.is === "incomplete" ? (
        <Line icon={Coins} tone={kind === "WXACODE_UNLIMITED" ? "plain" : "limited"}>
          {t(kind === "WXACODE_UNLIMITED" ? "incompleteUnlimited" : "incompleteLimited")}
        </Line>
      ) : null}
      {state.price ? (
        <div className={state.is === "refreshing" ? "opacity-60" : undefined}>
          <KnownPrice kind={kind} price={state.price} />
          <PriceNotes price={state.price} />
        </div>
      ) : null}
    </div>
  );
}
