"use client";

import { useFormatter, useTranslations } from "next-intl";
import { ChartFrame } from "@/components/charts/chart-frame";
import { roundUp } from "@/components/charts/scale";
import { useDayWords } from "@/components/charts/use-day-words";
import type { QuotaDayRow } from "@/lib/quota/schema";

interface CallsChartProps {
  /** The oldest first, today last. */
  days: readonly QuotaDayRow[];
  dailyLimit: number;
}

// From the bottom up: A stands on the axis, so that it can be held against its limit.
const KINDS = [
  { key: "aCalls", fill: "fill-warning", swatch: "bg-warning" },
  { key: "cCalls", fill: "fill-foreground", swatch: "bg-foreground" },
  { key: "bCalls", fill: "fill-muted opacity-60", swatch: "bg-muted opacity-60" },
] as const;
const BAR_SHARE = 0.68;

/** Calls of each day, the kinds on top of one another, and the line A may not pass. */
export function CallsChart({ days, dailyLimit }: CallsChartProps) {
  const t = useTranslations("quota.charts");
  const format = useFormatter();
  const dayWords = useDayWords();
  const count = (figure: number) => format.number(figure);
  const most = Math.max(...days.map(({ aCalls, bCalls, cCalls }) => aCalls + bCalls + cCalls));
  // A limit far above the bars would press them flat: then only its words stand at the top.
  const isLimitNear = dailyLimit > 0 && dailyLimit <= Math.max(most, 5) * 3;
  const top = roundUp(Math.max(most, isLimitNear ? dailyLimit : 0));
  const heightOf = (calls: number) => (calls / top) * 100;
  const step = 100 / days.length;
  const [first, last] = [days[0], days.at(-1)];
  const points = days.map((day, index) => ({
    at: (index + 0.5) / days.length,
    heading: dayWords.long(day.day),
    lines: KINDS.map(({ key, swatch }) => ({ name: t(key), value: count(day[key]), swatch })),
  }));
  const totals = KINDS.map(({ key }) => days.reduce((sum, day) => sum + day[key], 0));
  const [a = 0, c = 0, b = 0] = totals;
  return (
    <ChartFrame
      title={t("callsTitle")}
      description={t("callsDescription", {
        days: days.length,
        a: count(a),
        b: count(b),
        c: count(c),
        limit: count(dailyLimit),
      })}
      top={top}
      points={points}
      xLabels={[
        ...(first ? [{ at: 0, label: dayWords.short(first.day) }] : []),
        ...(last ? [{ at: 1, label: t("today") }] : []),
      ]}
      legend={KINDS.map(({ key, swatch }) => ({ name: t(key), swatch }))}
      notes={
        <span
          aria-hidden
          className="absolute end-0 text-[11px] leading-none text-warning-soft-foreground"
          style={{ bottom: `calc(${isLimitNear ? heightOf(dailyLimit) : 100}% + 4px)` }}
        >
          {t(isLimitNear ? "dailyLimitLine" : "dailyLimitAbove", { limit: count(dailyLimit) })}
        </span>
      }
    >
      {days.map((day, index) => {
        let below = 0;
        return (
          <g key={day.day}>
            {KINDS.map(({ key, fill }) => {
              const height = heightOf(day[key]);
              below += height;
              return (
                <rect
                  key={key}
                  x={(index + (1 - BAR_SHARE) / 2) * step}
                  y={100 - below}
                  width={step * BAR_SHARE}
                  height={height}
                  className={fill}
                />
              );
            })}
          </g>
        );
      })}
      {isLimitNear ? (
        <line
          x1="0"
          x2="100"
          y1={100 - heightOf(dailyLimit)}
          y2={100 - heightOf(dailyLimit)}
          vectorEffect="non-scaling-stroke"
          strokeDasharray="6 4"
          className="stroke-warning"
        />
      ) : null}
    </ChartFrame>
  );
}
