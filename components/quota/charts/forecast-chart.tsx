"use client";

import { useFormatter, useTranslations } from "next-intl";
import { ChartFrame } from "@/components/charts/chart-frame";
import { roundUp } from "@/components/charts/scale";
import { usedSoFar } from "@/components/quota/charts/used-so-far";
import { useForecastWords } from "@/components/quota/charts/use-forecast-words";
import { useDayWords } from "@/components/charts/use-day-words";
import type { QuotaDayRow, QuotaOverview } from "@/lib/quota/schema";

interface ForecastChartProps {
  /** The oldest first, today last. */
  days: readonly QuotaDayRow[];
  overview: QuotaOverview;
}

/** What was taken in the last weeks, and the line to the day all of it is gone. */
export function ForecastChart({ days, overview }: ForecastChartProps) {
  const t = useTranslations("quota.charts");
  const format = useFormatter();
  const dayWords = useDayWords();
  const forecastWords = useForecastWords();
  const count = (figure: number) => format.number(Math.round(figure));
  const { lifetime, forecast } = overview;
  const { past, ahead, span } = usedSoFar(days, overview);
  const now = lifetime.spent + lifetime.reserved;
  const reached = Math.max(now, ahead?.used ?? 0);
  // A limit far above the line would press it flat: then only its words stand at the top.
  const isLimitNear = reached * 10 >= lifetime.limit;
  const highest = isLimitNear ? lifetime.limit : reached;
  const top = roundUp(Math.max(highest, now));
  const xOf = (index: number) => (span > 0 ? (index / span) * 100 : 0);
  const yOf = (used: number) => 100 - (used / top) * 100;
  const line = past.map(({ used }, index) => `${xOf(index)},${yOf(used)}`).join(" ");
  const todayAt = past.length - 1;
  const words = forecastWords(forecast);
  const points = past.map(({ day, used }, index) => ({
    at: xOf(index) / 100,
    heading: dayWords.long(day),
    lines: [
      { name: t("used"), value: count(used), swatch: "bg-accent" },
      { name: t("spentThatDay"), value: count(days[index]?.limitedSpent ?? 0) },
    ],
  }));
  const first = past[0];
  return (
    <ChartFrame
      title={t("forecastTitle")}
      description={t("forecastDescription", {
        used: count(now),
        limit: count(lifetime.limit),
        forecast: words,
      })}
      top={top}
      points={points}
      xLabels={[
        ...(first ? [{ at: 0, label: dayWords.short(first.day) }] : []),
        { at: xOf(todayAt) / 100, label: t("today") },
        ...(ahead && forecast.fullOn
          ? [{ at: 1, label: ahead.isFull ? dayWords.short(forecast.fullOn) : t("later") }]
          : []),
      ]}
      legend={[
        { name: t("used"), swatch: "bg-accent" },
        ...(ahead ? [{ name: t("pace"), swatch: "bg-warning" }] : []),
      ]}
      notes={
        <span
          aria-hidden
          className="absolute start-0 text-[11px] leading-none text-danger-soft-foreground"
          style={{ bottom: `calc(${isLimitNear ? 100 - yOf(lifetime.limit) : 100}% + 4px)` }}
        >
          {t(isLimitNear ? "limitLine" : "limitAbove", { limit: count(lifetime.limit) })}
        </span>
      }
    >
      {isLimitNear ? (
        <line
          x1="0"
          x2="100"
          y1={yOf(lifetime.limit)}
          y2={yOf(lifetime.limit)}
          vectorEffect="non-scaling-stroke"
          strokeDasharray="6 4"
          className="stroke-danger"
        />
      ) : null}
      <polygon
        points={`${xOf(0)},100 ${line} ${xOf(todayAt)},100`}
        className="fill-accent opacity-12"
      />
      <polyline
        points={line}
        fill="none"
        strokeWidth="2"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
        className="stroke-accent"
      />
      {ahead ? (
        <line
          x1={xOf(todayAt)}
          y1={yOf(now)}
          x2="100"
          y2={yOf(ahead.used)}
          strokeWidth="2"
          strokeDasharray="2 4"
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
          className="stroke-warning"
        />
      ) : null}
    </ChartFrame>
  );
}
