import { AuditEntry } from "@/components/audit/audit-entry";
import type { AuditEntryRow } from "@/lib/audit/schema";

export function AuditList({ rows }: { rows: readonly AuditEntryRow[] }) {
  return (
    <ul className="divide-y divide-separator">
      {rows.map((row) => (
        <li key={row.seq}>
          <AuditEntry row={row} />
        </li>
      ))}
    </ul>
  );
}
