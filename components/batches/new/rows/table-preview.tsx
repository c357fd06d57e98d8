"use client";

import { useTranslations } from "next-intl";
import type { SheetView } from "@/lib/sheets/schema";

/** The first rows under the names of their columns. */
export function TablePreview({ sheet }: { sheet: SheetView }) {
  const t = useTranslations("batches.rows");
  const { columns, firstRows, rowCount } = sheet;
  return (
    <div className="overflow-hidden rounded-lg border border-border">
      <div role="region" aria-label={t("preview")} tabIndex={0} className="overflow-x-auto">
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
            {firstRows.map((cells, index) => (
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
      </div>
      {rowCount > firstRows.length ? (
        <p className="border-t border-separator px-3 py-1.5 text-xs text-muted">
          {t("more", { count: rowCount - firstRows.length })}
        </p>
      ) : null}
    </div>
  );
}
