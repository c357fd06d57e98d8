"use client";

import { CircleCheck, CircleHelp, Scale } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { BookDrift } from "@/components/quota/clocks/book-drift";
import type { BookDriftAction } from "@/components/quota/clocks/book-drift";
import { ClockCard } from "@/components/quota/clocks/clock-card";
import { StatusChip } from "@/components/ui/status-chip";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { QuotaOverview } from "@/lib/quota/schema";

interface WitnessCardProps {
  overview: QuotaOverview;
  /** Null for those who may not book. */
  book: BookDriftAction | null;
}

/** What WeChat counts, when it said so, and by how much that differs from the ledger. */
export function WitnessCard({ overview, book }: WitnessCardProps) {
  const t = useTranslations("quota.witness");
  const format = useFormatter();
  const { witness, drift, lifetime } = overview;
  const signed = format.number(drift.amount, { signDisplay: "exceptZero" });
  return (
    <ClockCard
      title={t("title")}
      rhythm={t("rhythm")}
      mark={<DriftChip overview={overview} />}
      figure={witness.numUsed === null ? t("silent") : format.number(witness.numUsed)}
      unit={witness.numUsed === null ? "" : t("unit")}
      facts={[
        {
          term: t("toldAt"),
          value: witness.numUsedAt ? <TimeStamp at={witness.numUsedAt} /> : t("never"),
        },
        { term: t("ours"), value: format.number(lifetime.spent) },
        {
          term: t("drift"),
          value: witness.numUsed === null ? t("unknown") : signed,
        },
      ]}
    >
      {witness.numUsed === null ? <p className="text-xs text-muted">{t("silentText")}</p> : null}
      {drift.amount === 0 ? null : (
        <div className="mt-2 rounded-lg bg-warning-soft p-3 text-warning-soft-foreground">
          <p className="font-medium">
            {t(drift.amount > 0 ? "more" : "fewer", {
              count: format.number(Math.abs(drift.amount)),
            })}
          </p>
          <p className="mt-1 text-xs">
            {t(drift.amount > 0 ? "moreWhy" : "fewerWhy")}
            {drift.since ? (
              <>
                {" "}
                {t("since")} <TimeStamp at={drift.since} as="exact" />
              </>
            ) : null}
          </p>
          {book ? null : <p className="mt-1 text-xs">{t("askAdmin")}</p>}
        </div>
      )}
      {book ? <BookDrift overview={overview} book={book} /> : null}
    </ClockCard>
  );
}

function DriftChip({ overview: { witness, drift } }: Pick<WitnessCardProps, "overview">) {
  const t = useTranslations("quota.witness");
  if (witness.numUsed === null) {
    return (
      <StatusChip tone="default" icon={CircleHelp}>
        {t("unknown")}
      </StatusChip>
    );
  }
  return drift.amount === 0 ? (
    <StatusChip tone="success" icon={CircleCheck}>
      {t("agrees")}
    </StatusChip>
  ) : (
    <StatusChip tone="warning" icon={Scale}>
      {t("differs")}
    </StatusChip>
  );
}
