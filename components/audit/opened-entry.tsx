"use client";

import { useTranslations } from "next-intl";
import { AuditEntryDetails } from "@/components/audit/audit-entry-details";
import { SectionCard } from "@/components/ui/section-card";
import { entrySentence } from "@/lib/audit/entry-sentence";
import type { AuditEntryRow } from "@/lib/audit/schema";

interface OpenedEntryProps {
  seq: string;
  /** Null: there is no such entry. */
  row: AuditEntryRow | null;
  standing: readonly string[];
}

/** The entry an address names, opened. */
export function OpenedEntry({ seq, row, standing }: OpenedEntryProps) {
  const t = useTranslations("audit");
  const words = useTranslations();
  if (!row) {
    return (
      <SectionCard title={t("entryTitle", { seq })}>
        <p className="text-muted">{t("entryGone")}</p>
      </SectionCard>
    );
  }
  return (
    <SectionCard title={t("entryTitle", { seq })} description={entrySentence(words, row)}>
      <AuditEntryDetails
        row={row}
        hasPage={standing.includes(`${row.targetKind}:${row.targetId}`)}
      />
    </SectionCard>
  );
}
