"use client";

import { useTranslations } from "next-intl";
import type { ChartPoint } from "@/components/charts/chart-frame";

interface ChartTableProps {
  caption: string;
  points: readonly ChartPoint[];
  unit?: "hour" | "day" | "month";
}

/** The figures of a chart, folded away: for screen readers, and for whoever wants them exactly. */
export function ChartTable({ caption, points, unit = "day" }: ChartTableProps) {
  const t = useTranslations("common.charts");
  const names = points[0]?.lines.map(({ name }) => name) ?? [];
  return (
    <details className="text-xs">
      <summary className="w-fit cursor-pointer py-1 text-muted hover:text-foreground">
        {t(unit === "day" ? "table" : `tables.${unit}`)}
      </summary>
      <div
        role="region"
        aria-label={caption}
        tabIndex={0}
        className="mt-1 max-h-64 overflow-auto rounded-lg border border-border"
      >
        <table className="w-full">
          <caption className="sr-only">{caption}</caption>
          <thead className="bg-surface-secondary text-muted">
            <tr>
              <th scope="col" className="px-3 py-1.5 text-start font-medium">
                {t(unit)}
              </th>
              {names.map((name) => (
                <th key={name} scope="col" className="px-3 py-1.5 text-end font-medium">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-separator">
            {points.toReversed().map(({ heading, lines }) => (
              <tr key={heading}>
                <th scope="row" className="px-3 py-1.5 text-start font-normal whitespace-nowrap">
                  {heading}
                </th>
                {lines.map(({ name, value }) => (
                  <td key={name} className="px-3 py-1.5 text-end">
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
