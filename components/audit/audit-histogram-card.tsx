"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { AuditParams } from "@/components/audit/audit-params";
import { useBarWords } from "@/components/audit/use-bar-words";
import { ChartFrame } from "@/components/charts/chart-frame";
import { roundUp } from "@/components/charts/scale";
import { SectionCard } from "@/components/ui/section-card";
import type { AuditHistogram } from "@/lib/audit/schema";

interface AuditHistogramCardProps {
  histogram: AuditHistogram;
  /** The hour the list is narrowed to. */
  hour: number | null;
  onAsk: (changes: Partial<AuditParams>) => void;
}

const BAR_SHARE = 0.72;

/** Entries by hour, day or month in Beijing; choosing a bar narrows the log to it. */
export function AuditHistogramCard({ histogram, hour, onAsk }: AuditHistogramCardProps) {
  const t = useTranslations("audit.histogram");
  const format = useFormatter();
  const barWords = useBarWords(histogram.unit);
  const { unit, bars, total, isCapped } = histogram;
  if (total === 0 && bars.every(({ count }) => count === 0)) return null;
  const top = roundUp(Math.max(2, ...bars.map(({ count }) => count)));
  const step = 100 / bars.length;
  const [first, last] = [bars[0], bars.at(-1)];
  const isChosen = (index: number) => hour === null || unit !== "hour" || index % 24 === hour;

  function choose(index: number) {
    const bar = bars[index];
    if (!bar) return;
    onAsk({ from: bar.from, to: bar.to, hour: unit === "hour" ? index % 24 : null });
  }

  return (
    <SectionCard title={t(`titles.${unit}`)} description={t("text")}>
      <ChartFrame
        title={t(`titles.${unit}`)}
        description={t("description", { bars: bars.length, count: format.number(total) })}
        top={top}
        unit={unit}
        onChoose={choose}
        points={bars.map((bar, index) => ({
          at: (index + 0.5) / bars.length,
          heading: barWords.long(bar),
          lines: [{ name: t("entries"), value: format.number(bar.count), swatch: "bg-accent" }],
        }))}
        xLabels={[
          ...(first ? [{ at: 0, label: barWords.short(first) }] : []),
          ...(last && last !== first ? [{ at: 1, label: barWords.short(last) }] : []),
        ]}
        legend={[]}
        isLow
      >
        {bars.map(({ start, count }, index) => (
          <rect
            key={new Date(start).getTime()}
            x={(index + (1 - BAR_SHARE) / 2) * step}
            y={100 - (count / top) * 100}
            width={step * BAR_SHARE}
            height={(count / top) * 100}
            className={isChosen(index) ? "fill-accent" : "fill-accent opacity-30"}
          />
        ))}
      </ChartFrame>
      {isCapped ? <p className="mt-2 text-xs text-muted">{t("capped")}</p> : null}
    </SectionCard>
  );
}
