"use client";

import { useTranslations } from "next-intl";
import { recordedText } from "@/components/audit/recorded-text";
import type { AuditEntryRow } from "@/lib/audit/schema";

/** Field by field: what it was, what it is now. */
export function AuditChangesTable({ changes }: Pick<AuditEntryRow, "changes">) {
  const t = useTranslations("audit");
  const shown = (value: unknown) =>
    recordedText(value) || <span className="text-muted">{t("empty")}</span>;
  return (
    <div className="border-border overflow-x-auto rounded-lg border">
      <table className="w-full text-start">
        <thead className="bg-surface-secondary text-muted text-xs">
          <tr>
            <th className="px-3 py-1.5 text-start font-medium">{t("field")}</th>
            <th className="px-3 py-1.5 text-start font-medium">{t("from")}</th>
            <th className="px-3 py-1.5 text-start font-medium">{t("to")}</th>
          </tr>
        </thead>
        <tbody className="divide-separator divide-y">
          {Object.entries(changes).map(([field, { from, to }]) => (
            <tr key={field}>
              <th scope="row" className="text-muted px-3 py-1.5 text-start font-normal">
                {t.has(`fieldNames.${field}`) ? t(`fieldNames.${field}`) : field}
              </th>
              <td className="px-3 py-1.5 break-all">{shown(from)}</td>
              <td className="px-3 py-1.5 break-all">{shown(to)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
