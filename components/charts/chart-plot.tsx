"use client";

import { cn } from "@heroui/styles";
import { useTranslations } from "next-intl";
import { useId } from "react";
import type { ChartFrameProps } from "@/components/charts/chart-frame";
import { ChartTip } from "@/components/charts/chart-tip";
import { useChosenPoint } from "@/components/charts/use-chosen-point";

type ChartPlotProps = Pick<
  ChartFrameProps,
  "title" | "description" | "points" | "children" | "notes" | "unit" | "onChoose" | "isLow"
>;

/**
 * The marks, and the figures of the day under the pointer or chosen with the arrow keys. Marks are stretched to
 * the width there is; words are not, so they stay readable on a phone.
 */
export function ChartPlot({
  title,
  description,
  points,
  children,
  notes,
  ...more
}: ChartPlotProps) {
  const { unit = "day", onChoose, isLow = false } = more;
  const t = useTranslations("common.charts");
  const { point, handles, value } = useChosenPoint(points, onChoose);
  const id = useId();
  return (
    <div className={cn("relative min-w-0 flex-1", isLow ? "h-24" : "h-48")}>
      <svg
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        className="absolute inset-0 size-full overflow-visible"
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-text`}>{description}</desc>
        {[0, 50, 100].map((y) => (
          <line
            key={y}
            x1="0"
            x2="100"
            y1={y}
            y2={y}
            vectorEffect="non-scaling-stroke"
            className="stroke-separator"
          />
        ))}
        {children}
        {point ? (
          <line
            x1={point.at * 100}
            x2={point.at * 100}
            y1="0"
            y2="100"
            vectorEffect="non-scaling-stroke"
            strokeDasharray="3 3"
            className="stroke-muted"
          />
        ) : null}
      </svg>
      {notes}
      <div
        role="slider"
        tabIndex={0}
        aria-label={t(`${unit}Of`, { title })}
        className={cn(
          "absolute inset-0 touch-pan-y rounded-md outline-none focus-visible:status-focused",
          onChoose ? "cursor-pointer" : "cursor-crosshair",
        )}
        aria-valuemin={0}
        aria-valuemax={points.length - 1}
        aria-valuenow={value.now}
        aria-valuetext={value.text}
        {...handles}
      />
      {point ? <ChartTip point={point} /> : null}
    </div>
  );
}
