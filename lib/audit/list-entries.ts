import { z } from "zod";
import { authorize } from "@/lib/access/authorize";
import { ListEntriesInput } from "@/lib/audit/schema";
import type { AuditEntryRow } from "@/lib/audit/schema";
import type { Context } from "@/lib/core/context";
import { decodeCursor, encodeCursor } from "@/lib/core/cursor";
import type { Page } from "@/lib/core/cursor";
import { reader } from "@/lib/db/transaction";

const Cursor = z.tuple([z.string().regex(/^\d{1,18}$/)]);

/** Log entries, newest first, keyset paged. */
export async function listEntries(
  ctx: Context,
  input: ListEntriesInput,
): Promise<Page<AuditEntryRow>> {
  authorize(ctx, "audit:read");
  const { cursor, limit, ...filters } = ListEntriesInput.parse(input);
  const before = cursor ? BigInt(decodeCursor(cursor, Cursor)[0]) : undefined;
  const entries = await reader(ctx).auditEntry.findMany({
    where: { ...filters, seq: before === undefined ? undefined : { lt: before } },
    orderBy: { seq: "desc" },
    take: limit + 1,
    omit: { prevHash: true },
  });
  const rows = entries.slice(0, limit).map((entry) => ({
    ...entry,
    seq: entry.seq.toString(),
    changes: entry.changes as AuditEntryRow["changes"],
    details: entry.details as AuditEntryRow["details"],
  }));
  const last = rows.at(-1);
  return { rows, next: entries.length > limit && last ? encodeCursor([last.seq]) : null };
}
