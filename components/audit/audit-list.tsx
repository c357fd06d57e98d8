"use client";

import { useFormatter } from "next-intl";
import { AuditEntry } from "@/components/audit/audit-entry";
import type { AuditEntryRow } from "@/lib/audit/schema";

interface AuditListProps {
  rows: readonly AuditEntryRow[];
  /** Objects with a page, as `kind:id`. */
  standing: readonly string[];
}

/** Entries under the day they are of, in Beijing. */
export function AuditList({ rows, standing }: AuditListProps) {
  const format = useFormatter();
  const dayOf = ({ at }: AuditEntryRow) =>
    format.dateTime(new Date(at), {
      year: "numeric",
      month: "long",
      day: "numeric",
      weekday: "short",
      timeZone: "Asia/Shanghai",
    });
  const days = Map.groupBy(rows, dayOf);
  return [...days].map(([day, entries]) => (
    <section key={day} aria-label={day}>
      <h2 className="border-b border-separator bg-surface-secondary px-5 py-1.5 text-xs font-medium text-muted">
        {day}
      </h2>
      <ul className="divide-y divide-separator border-b border-separator">
        {entries.map((row) => (
          <li key={row.seq}>
            <AuditEntry
              row={row}
              hasPage={standing.includes(`${row.targetKind}:${row.targetId}`)}
            />
          </li>
        ))}
      </ul>
    </section>
  ));
}
