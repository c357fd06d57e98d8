"use client";

import { useFormatter } from "next-intl";
import type { ReactNode } from "react";
import { ChartPlot } from "@/components/charts/chart-plot";
import { ChartTable } from "@/components/charts/chart-table";

export interface ChartPoint {
  /** Where its middle lies, from 0 at the left to 1 at the right. */
  at: number;
  heading: string;
  lines: readonly { name: string; value: string; swatch?: string }[];
}

export interface ChartFrameProps {
  title: string;
  /** What the chart shows, in words. */
  description: string;
  /** The figure at the top. */
  top: number;
  points: readonly ChartPoint[];
  xLabels: readonly { at: number; label: string }[];
  legend: readonly { name: string; swatch: string }[];
  /** Beside a list, which is looked at more. */
  isLow?: boolean;
  /** What a point is; a day when absent. */
  unit?: "hour" | "day" | "month";
  /** What choosing a point does, by its place; nothing when absent. */
  onChoose?: (place: number) => void;
  /** Marks in a square of 100 by 100, its origin at the top left. */
  children: ReactNode;
  /** Words beside the marks. */
  notes?: ReactNode;
}

/** Axes, marks, legend, and all of it as a table. */
export function ChartFrame({ top, xLabels, legend, ...plot }: ChartFrameProps) {
  const format = useFormatter();
  return (
    <figure className="m-0">
      <div className="flex">
        <div aria-hidden className="relative w-11 shrink-0 text-[11px] leading-none text-muted">
          {[0, 0.5, 1].map((share) => (
            <span
              key={share}
              className="absolute end-2 translate-y-1/2"
              style={{ bottom: `${share * 100}%` }}
            >
              {format.number(top * share, { notation: "compact" })}
            </span>
          ))}
        </div>
        <ChartPlot {...plot} />
      </div>
      <div aria-hidden className="relative ms-11 mt-1.5 h-4 text-[11px] leading-4 text-muted">
        {xLabels.map(({ at, label }) => (
          <span
            key={`${at} ${label}`}
            className="absolute whitespace-nowrap"
            style={{ insetInlineStart: `${at * 100}%`, translate: `${-at * 100}% 0` }}
          >
            {label}
          </span>
        ))}
      </div>
      <figcaption className="mt-3 flex flex-col gap-2">
        {legend.length > 0 ? (
          <ul aria-hidden className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
            {legend.map(({ name, swatch }) => (
              <li key={name} className="flex items-center gap-1.5">
                <span className={`size-2.5 rounded-sm ${swatch}`} />
                {name}
              </li>
            ))}
          </ul>
        ) : null}
        <ChartTable caption={plot.title} points={plot.points} unit={plot.unit} />
      </figcaption>
    </figure>
  );
}
