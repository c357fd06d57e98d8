"use client";

import { useTranslations } from "next-intl";
import { CallsChart } from "@/components/quota/charts/calls-chart";
import { ForecastChart } from "@/components/quota/charts/forecast-chart";
import { useForecastWords } from "@/components/quota/charts/use-forecast-words";
import { SectionCard } from "@/components/ui/section-card";
import type { QuotaDayRow, QuotaOverview } from "@/lib/quota/schema";

interface ChartsSectionProps {
  overview: QuotaOverview;
  days: readonly QuotaDayRow[];
}

export function ChartsSection({ overview, days }: ChartsSectionProps) {
  const t = useTranslations("quota");
  const forecastWords = useForecastWords();
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <SectionCard title={t("forecast.title")} description={forecastWords(overview.forecast)}>
        <div className="pt-3">
          <ForecastChart days={days} overview={overview} />
        </div>
      </SectionCard>
      <SectionCard title={t("charts.callsCard")} description={t("charts.callsText")}>
        <div className="pt-3">
          <CallsChart days={days} dailyLimit={overview.settings.dailyLimit} />
        </div>
      </SectionCard>
    </div>
  );
}
