"use client";

import { useFormatter, useTranslations } from "next-intl";
import { ChartFrame } from "@/components/charts/chart-frame";
import { roundUp } from "@/components/charts/scale";
import { useDayWords } from "@/components/charts/use-day-words";
import type { ScanDayRow } from "@/lib/scans/schema";

interface ScansChartProps {
  /** The oldest first. */
  days: readonly ScanDayRow[];
  /** As many days right before them, as a line to hold them against. */
  daysBefore?: readonly ScanDayRow[];
}

const BAR_SHARE = 0.68;

/** Scans of each day as bars; the days before lie over them as a line. */
export function ScansChart({ days, daysBefore = [] }: ScansChartProps) {
  const t = useTranslations("scans.chart");
  const format = useFormatter();
  const dayWords = useDayWords();
  const count = (figure: number) => format.number(figure);
  const top = roundUp(Math.max(2, ...[...days, ...daysBefore].map(({ scans }) => scans)));
  const heightOf = (scans: number) => (scans / top) * 100;
  const yOf = (day: ScanDayRow | undefined) => 100 - heightOf(day?.scans ?? 0);
  const step = 100 / days.length;
  const [first, last] = [days[0], days.at(-1)];
  const hasBefore = daysBefore.length > 0;
  const words = { days: days.length, scans: count(sum(days)), before: count(sum(daysBefore)) };
  const points = days.map((day, index) => {
    const before = daysBefore[index];
    return {
      at: (index + 0.5) / days.length,
      heading: dayWords.long(day.day),
      lines: [
        { name: t("scans"), value: count(day.scans), swatch: "bg-accent" },
        ...(before
          ? [
              {
                name: t("on", { day: dayWords.short(before.day) }),
                value: count(before.scans),
                swatch: "bg-foreground",
              },
            ]
          : []),
        { name: t("repeats"), value: count(day.repeats) },
        { name: t("tests"), value: count(day.tests) },
      ],
    };
  });
  // A single day's line would be a point: it runs from edge to edge.
  const line =
    daysBefore.length === 1
      ? [0, 100].map((x) => `${x},${yOf(daysBefore[0])}`).join(" ")
      : daysBefore.map((day, index) => `${(index + 0.5) * step},${yOf(day)}`).join(" ");
  return (
    <ChartFrame
      title={t("title", words)}
      description={t(hasBefore ? "description" : "descriptionAlone", words)}
      top={top}
      points={points}
      xLabels={[
        ...(first ? [{ at: 0, label: dayWords.short(first.day) }] : []),
        ...(last && last !== first ? [{ at: 1, label: dayWords.short(last.day) }] : []),
      ]}
      legend={[
        { name: t("scans"), swatch: "bg-accent" },
        ...(hasBefore ? [{ name: t("before", words), swatch: "bg-foreground" }] : []),
      ]}
    >
      {days.map(({ day, scans }, index) => (
        <rect
          key={day}
          x={(index + (1 - BAR_SHARE) / 2) * step}
          y={100 - heightOf(scans)}
          width={step * BAR_SHARE}
          height={heightOf(scans)}
          className="fill-accent"
        />
      ))}
      {hasBefore ? (
        <polyline
          points={line}
          fill="none"
          strokeWidth="1.5"
          strokeDasharray="4 3"
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
          className="stroke-foreground"
        />
      ) : null}
    </ChartFrame>
  );
}

function sum(days: readonly ScanDayRow[]): number {
  return days.reduce((total, { scans }) => total + scans, 0);
}
