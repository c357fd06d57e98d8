"use client";

import { useFormatter, useTranslations } from "next-intl";
import { ClockCard } from "@/components/quota/clocks/clock-card";
import { shareLevel } from "@/components/layout/quota-level";
import { QuotaMeter } from "@/components/ui/quota-meter";
import type { QuotaOverview } from "@/lib/quota/schema";

/** The clock that starts anew every midnight in Beijing: calls of A. */
export function TodayClock({ today }: Pick<QuotaOverview, "today">) {
  const t = useTranslations("quota.today");
  const format = useFormatter();
  const count = (figure: number) => format.number(figure);
  const { aCalls, bCalls, cCalls, limitedSpent, dailyLimit, aCallsLeft } = today;
  return (
    <ClockCard
      title={t("title")}
      rhythm={t("rhythm")}
      figure={count(aCallsLeft)}
      unit={t("leftOf", { limit: count(dailyLimit) })}
      meter={
        <QuotaMeter
          label={t("meter", { used: count(aCalls), limit: count(dailyLimit) })}
          spent={aCalls}
          reserved={0}
          limit={Math.max(dailyLimit, 1)}
          tone={shareLevel(aCalls, dailyLimit)}
        />
      }
      facts={[
        { term: t("aCalls"), value: count(aCalls) },
        {
          term: t("otherCalls"),
          value: <span className="text-muted">{`${count(bCalls)} · ${count(cCalls)}`}</span>,
        },
        { term: t("limitedSpent"), value: count(limitedSpent) },
      ]}
    />
  );
}
