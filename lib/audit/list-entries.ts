import { z } from "zod";
import { authorize } from "@/lib/access/authorize";
import { AuditFilters, ListEntriesInput } from "@/lib/audit/schema";
import type { AuditEntryRow, AuditPage } from "@/lib/audit/schema";
import { isIndexed } from "@/lib/audit/entry-filter-sql";
import type { ParsedAuditFilters } from "@/lib/audit/entry-filter-sql";
import { entriesSql } from "@/lib/audit/entries-sql";
import { findBlocks } from "@/lib/audit/find-blocks";
import { findSeqRange } from "@/lib/audit/find-seq-range";
import type { SeqRange } from "@/lib/audit/find-seq-range";
import type { Context } from "@/lib/core/context";
import { decodeCursor, encodeCursor } from "@/lib/core/cursor";
import { reader } from "@/lib/db/transaction";

const Cursor = z.tuple([z.string().regex(/^\d{1,18}$/)]);

/** Thousands of entries looked through for one page; who wants more goes on from there. */
export const BLOCKS_A_PAGE = 40;

/**
 * Log entries, newest first, keyset paged. A search that finds little looks through so many entries a page and says
 * how far back it came; its next page goes on from there.
 */
export async function listEntries(ctx: Context, input: ListEntriesInput): Promise<AuditPage> {
  authorize(ctx, "audit:read");
  const { cursor, limit } = ListEntriesInput.parse(input);
  const filters = AuditFilters.parse(input);
  const range = await findSeqRange(ctx, filters);
  if (cursor !== undefined) {
    const last = BigInt(decodeCursor(cursor, Cursor)[0]) - 1n;
    if (last < range.high) range.high = last;
  }
  const { found, lookedTo } = isIndexed(filters)
    ? { found: await read(ctx, filters, range, limit + 1), lookedTo: null }
    : await look(ctx, filters, range, limit + 1);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  if (found.length > limit && last) {
    return { rows, next: encodeCursor([last.seq]), lookedBackTo: null };
  }
  if (lookedTo === null) return { rows, next: null, lookedBackTo: null };
  return {
    rows,
    next: encodeCursor([lookedTo.toString()]),
    lookedBackTo: await timeOf(ctx, lookedTo),
  };
}

/** Looks through the newest blocks that can hold what is wanted, until it is enough or they were many. */
async function look(
  ctx: Context,
  filters: ParsedAuditFilters,
  range: SeqRange,
  wanted: number,
): Promise<{ found: AuditEntryRow[]; lookedTo: bigint | null }> {
  const blocks = await findBlocks(ctx, filters, range, BLOCKS_A_PAGE + 1);
  const found: AuditEntryRow[] = [];
  for (const block of blocks.slice(0, BLOCKS_A_PAGE)) {
    found.push(...(await read(ctx, filters, block, wanted - found.length)));
    if (found.length >= wanted) break;
  }
  const next = blocks[BLOCKS_A_PAGE];
  // Nothing between that block and the ones looked through can be meant.
  return { found, lookedTo: next ? next.high + 1n : null };
}

async function read(
  ctx: Context,
  filters: ParsedAuditFilters,
  range: SeqRange,
  limit: number,
): Promise<AuditEntryRow[]> {
  if (range.low > range.high) return [];
  const entries = await reader(ctx).$queryRaw<(Omit<AuditEntryRow, "seq"> & { seq: bigint })[]>(
    entriesSql(filters, range, limit),
  );
  return entries.map((entry) => ({ ...entry, seq: entry.seq.toString() }));
}

async function timeOf(ctx: Context, seq: bigint): Promise<Date | null> {
  const entry = await reader(ctx).auditEntry.findFirst({
    where: { seq: { gte: seq } },
    orderBy: { seq: "asc" },
    select: { at: true },
  });
  return entry?.at ?? null;
}
