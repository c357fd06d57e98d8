import { searchedId, searchedWords, wantedActions } from "@/lib/audit/entry-filter-sql";
import type { ParsedAuditFilters } from "@/lib/audit/entry-filter-sql";
import type { SeqRange } from "@/lib/audit/find-seq-range";
import type { Context } from "@/lib/core/context";
import { Prisma } from "@/lib/db/generated/client";
import { reader } from "@/lib/db/transaction";

/** Entries that are found or passed over together; the migration audit_search names it, too. */
export const BLOCK_SIZE = 1_000n;

/**
 * Of the blocks that lie in a range, the newest that can hold what the filters want, newest first: finished ones by
 * their terms, and all that are not finished yet.
 */
export async function findBlocks(
  ctx: Context,
  filters: ParsedAuditFilters,
  { low, high }: SeqRange,
  limit: number,
): Promise<SeqRange[]> {
  if (low > high) return [];
  const found = await reader(ctx).$queryRaw<{ block: number }[]>(
    blocksSql(filters, blockOf(low), blockOf(high), limit),
  );
  return found.map(({ block }) => {
    const start = BigInt(block) * BLOCK_SIZE + 1n;
    const end = start + BLOCK_SIZE - 1n;
    return { low: start < low ? low : start, high: end > high ? high : end };
  });
}

export function blockOf(seq: bigint): number {
  return Number((seq - 1n) / BLOCK_SIZE);
}

export function blocksSql(
  filters: ParsedAuditFilters,
  low: number,
  high: number,
  limit: number,
): Prisma.Sql {
  return Prisma.sql`
    SELECT block FROM (
      SELECT generate_series(
        greatest(${low}::int, coalesce((SELECT max(block) + 1 FROM audit_blocks), 0)), ${high}::int) AS block
      UNION ALL
      SELECT audit_blocks_with(${everyTerm(filters)}, ${anyTerm(filters)}::text[], ${low}::int, ${high}::int)
    ) AS candidate
    ORDER BY block DESC LIMIT ${limit}::int`;
}

function everyTerm(filters: ParsedAuditFilters): Prisma.Sql {
  const { actorId, targetId, miniProgramId, campaignId } = filters;
  const id = searchedId(filters);
  const keys = [
    ...(actorId ? [`\u0001u${actorId.toLowerCase()}`] : []),
    ...(targetId ? [`\u0001i${targetId}`] : []),
    ...(miniProgramId ? [`\u0001m${miniProgramId.toLowerCase()}`] : []),
    ...(campaignId ? [`\u0001c${campaignId.toLowerCase()}`] : []),
    ...(id ? [`\u0001i${id}`] : []),
  ];
  const words = id ? [] : searchedWords(filters);
  return Prisma.sql`${keys}::text[] || audit_word_terms(${words}::text[])`;
}

function anyTerm(filters: ParsedAuditFilters): string[] | null {
  return wantedActions(filters)?.map((action) => `\u0001a${action}`) ?? null;
}
