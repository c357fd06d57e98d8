import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { countBlocksSql, countRangesSql } from "@/lib/audit/count-entries-sql";
import { isIndexed } from "@/lib/audit/entry-filter-sql";
import type { ParsedAuditFilters } from "@/lib/audit/entry-filter-sql";
import { findBlocks } from "@/lib/audit/find-blocks";
import { findSeqRange } from "@/lib/audit/find-seq-range";
import type { SeqRange } from "@/lib/audit/find-seq-range";
import type { Context } from "@/lib/core/context";
import { reader, withTransaction } from "@/lib/db/transaction";

const EVERY_BLOCK = 1_000_000;

/** Writes into the log that a part of it leaves the house, before the first byte does. Gives which part. */
export async function recordExport(
  ctx: Context,
  filters: ParsedAuditFilters,
  format: "csv" | "xlsx" | "checking",
): Promise<SeqRange> {
  authorize(ctx, "audit:read");
  const range = await findSeqRange(ctx, filters);
  const entryCount = await countAll(ctx, filters, range);
  const asked = Object.entries(filters).filter(([, value]) => value !== undefined && value !== "");
  await withTransaction(ctx, (tctx) =>
    appendEntry(tctx, {
      action: "audit.exported",
      target: { kind: "desk", id: null, label: "Mintdesk" },
      details: {
        format,
        entryCount,
        filter: Object.fromEntries(asked.map(([name, value]) => [name, String(value)])),
      },
    }),
  );
  return range;
}

async function countAll(
  ctx: Context,
  filters: ParsedAuditFilters,
  range: SeqRange,
): Promise<number> {
  if (isIndexed(filters)) {
    const [row] = await reader(ctx).$queryRaw<{ count: number }[]>(
      countRangesSql(filters, [range], Number.MAX_SAFE_INTEGER),
    );
    return row?.count ?? 0;
  }
  const blocks = await findBlocks(ctx, filters, range, EVERY_BLOCK);
  const rows = await reader(ctx).$queryRaw<{ count: number }[]>(
    countBlocksSql(filters, [range.low], blocks),
  );
  return rows.reduce((total, { count }) => total + count, 0);
}
