"use client";

import { useTranslations } from "next-intl";
import { AuditChangesTable } from "@/components/audit/audit-changes-table";
import { entryAddress } from "@/components/audit/audit-params";
import { useRecorded } from "@/components/audit/use-recorded";
import { CopyButton } from "@/components/ui/copy-button";
import { Copyable } from "@/components/ui/copyable";
import { FactList } from "@/components/ui/fact-list";
import type { Fact } from "@/components/ui/fact-list";
import { TextLink } from "@/components/ui/text-link";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { AuditEntryRow } from "@/lib/audit/schema";
import { targetPage } from "@/lib/audit/target-pages-schema";

interface AuditEntryDetailsProps {
  row: AuditEntryRow;
  hasPage: boolean;
}

/** What an entry recorded: from → to, details, what it is about and where it came from. */
export function AuditEntryDetails({ row, hasPage }: AuditEntryDetailsProps) {
  const t = useTranslations("audit");
  const { fieldName, shown } = useRecorded();
  const page = hasPage ? targetPage(row) : null;
  const object: Fact = {
    term: t("object"),
    value: page ? <TextLink href={page}>{row.targetLabel}</TextLink> : row.targetLabel,
  };
  const details = Object.entries(row.details).map(([field, value]) => ({
    term: fieldName(field),
    value: shown(field, value),
  }));
  return (
    <div className="flex flex-col gap-3 text-sm">
      {Object.keys(row.changes).length > 0 ? <AuditChangesTable changes={row.changes} /> : null}
      <FactList
        facts={[
          ...(row.targetLabel ? [object] : []),
          ...details,
          { term: t("time"), value: <TimeStamp at={row.at} as="exact" /> },
          { term: t("address"), value: row.address ?? t("noAddress") },
          {
            term: t("requestId"),
            value: <Copyable text={row.requestId} label={t("requestId")} />,
          },
          {
            term: t("seq"),
            value: (
              <span className="-my-1 flex items-center gap-1">
                <TextLink href={entryAddress(row.seq)}>{row.seq}</TextLink>
                <EntryAddress seq={row.seq} />
              </span>
            ),
          },
          {
            term: t("hash"),
            value: <span className="font-mono text-xs break-all text-muted">{row.hash}</span>,
          },
        ]}
      />
    </div>
  );
}

/** To be sent to somebody: it opens this entry. */
function EntryAddress({ seq }: { seq: string }) {
  const t = useTranslations("audit");
  const origin = typeof window === "undefined" ? "" : window.location.origin;
  return <CopyButton text={origin + entryAddress(seq)} label={t("entryAddress")} />;
}
