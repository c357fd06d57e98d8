"use client";

import { useTranslations } from "next-intl";
import { useRecorded } from "@/components/audit/use-recorded";
import type { AuditEntryRow } from "@/lib/audit/schema";

/** Field by field: what it was, what it is now. */
export function AuditChangesTable({ changes }: Pick<AuditEntryRow, "changes">) {
  const t = useTranslations("audit");
  const { fieldName, shown } = useRecorded();
  return (
    <div className="overflow-x-auto rounded-lg border border-border">
      <table className="w-full text-start">
        <thead className="bg-surface-secondary text-xs text-muted">
          <tr>
            <th className="px-3 py-1.5 text-start font-medium">{t("field")}</th>
            <th className="px-3 py-1.5 text-start font-medium">{t("from")}</th>
            <th className="px-3 py-1.5 text-start font-medium">{t("to")}</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-separator">
          {Object.entries(changes).map(([field, { from, to }]) => (
            <tr key={field}>
              <th scope="row" className="px-3 py-1.5 text-start font-normal text-muted">
                {fieldName(field)}
              </th>
              <td className="px-3 py-1.5 break-all">{shown(field, from)}</td>
              <td className="px-3 py-1.5 break-all">{shown(field, to)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
