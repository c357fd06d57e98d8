"use client";

import { useTranslations } from "next-intl";
import type { RowTable } from "@/lib/batches/schema";

const SHOWN_ROWS = 5;

/** The first rows under the names of their columns. */
export function TablePreview({ table: { columns, rows } }: { table: RowTable }) {
  const t = useTranslations("batches.rows");
  return (
    <div
      role="region"
      aria-label={t("preview")}
      tabIndex={0}
      className="overflow-x-auto rounded-lg border border-border"
    >
      <table className="w-full text-sm">
        <caption className="sr-only">{t("preview")}</caption>
        <thead className="bg-surface-secondary text-start">
          <tr>
            <th scope="col" className="px-3 py-2 text-start font-normal text-muted">
              {t("number")}
            </th>
            {columns.map((name) => (
              <th key={name} scope="col" className="px-3 py-2 text-start font-medium">
                <span className="whitespace-nowrap">{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-separator">
          {rows.slice(0, SHOWN_ROWS).map((cells, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a row is known by its place
            <tr key={index}>
              <td className="px-3 py-1.5 text-muted">{index + 1}</td>
              {columns.map((name, place) => (
                <td key={name} className="max-w-64 truncate px-3 py-1.5">
                  {cells[place] ?? ""}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > SHOWN_ROWS ? (
        <p className="border-t border-separator px-3 py-1.5 text-xs text-muted">
          {t("more", { count: rows.length - SHOWN_ROWS })}
        </p>
      ) : null}
    </div>
  );
}
