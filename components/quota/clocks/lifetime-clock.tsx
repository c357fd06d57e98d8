"use client";

import { Hourglass } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { ClockCard } from "@/components/quota/clocks/clock-card";
import { levelTone } from "@/components/quota/level-tone";
import { QuotaMeter } from "@/components/ui/quota-meter";
import { StatusChip } from "@/components/ui/status-chip";
import type { QuotaOverview } from "@/lib/quota/schema";

/** The clock that is never wound up again: A and C together, for life. */
export function LifetimeClock({ lifetime }: Pick<QuotaOverview, "lifetime">) {
  const t = useTranslations("quota.lifetime");
  const tFrame = useTranslations("frame.quota");
  const format = useFormatter();
  const count = (figure: number) => format.number(figure);
  const { limit, spent, reserved, left, external, level } = lifetime;
  const tone = levelTone(level);
  return (
    <ClockCard
      title={t("title")}
      rhythm={t("rhythm")}
      mark={
        level === null ? null : (
          <StatusChip tone={tone} icon={Hourglass}>
            {t("level", { level })}
          </StatusChip>
        )
      }
      figure={count(left)}
      unit={t("leftOf", { limit: count(limit) })}
      meter={
        <QuotaMeter
          label={tFrame("meter", { used: count(spent + reserved), limit: count(limit) })}
          spent={spent}
          reserved={reserved}
          limit={Math.max(limit, 1)}
          tone={tone}
        />
      }
      facts={[
        { term: t("spent"), value: count(spent) },
        { term: t("external"), value: <span className="text-muted">{count(external)}</span> },
        { term: t("reserved"), value: count(reserved) },
      ]}
    />
  );
}
