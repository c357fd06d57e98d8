"use client";

import { useTranslations } from "next-intl";
import { AuditChangesTable } from "@/components/audit/audit-changes-table";
import { recordedText } from "@/components/audit/recorded-text";
import { CopyButton } from "@/components/ui/copy-button";
import { FactList } from "@/components/ui/fact-list";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { AuditEntryRow } from "@/lib/audit/schema";

/** What an entry recorded: from → to, details, and where it came from. */
export function AuditEntryDetails({ row }: { row: AuditEntryRow }) {
  const t = useTranslations("audit");
  const fieldName = (field: string) =>
    t.has(`fieldNames.${field}`) ? t(`fieldNames.${field}`) : field;
  const details = Object.entries(row.details).map(([field, value]) => ({
    term: fieldName(field),
    value: recordedText(value) || <span className="text-muted">{t("empty")}</span>,
  }));
  return (
    <div className="flex flex-col gap-3 text-sm">
      {Object.keys(row.changes).length > 0 ? <AuditChangesTable changes={row.changes} /> : null}
      <FactList
        facts={[
          ...details,
          { term: t("time"), value: <TimeStamp at={row.at} as="exact" /> },
          { term: t("address"), value: row.address ?? t("noAddress") },
          {
            term: t("requestId"),
            value: (
              <span className="-my-1.5 flex min-w-0 items-center gap-1">
                <span className="truncate font-mono text-xs">{row.requestId}</span>
                <CopyButton text={row.requestId} label={t("requestId")} />
              </span>
            ),
          },
          { term: t("seq"), value: row.seq },
          {
            term: t("hash"),
            value: <span className="font-mono text-xs break-all text-muted">{row.hash}</span>,
          },
        ]}
      />
    </div>
  );
}
