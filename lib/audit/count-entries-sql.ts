import { entryConditionSql } from "@/lib/audit/entry-filter-sql";
import type { ParsedAuditFilters } from "@/lib/audit/entry-filter-sql";
import type { SeqRange } from "@/lib/audit/find-seq-range";
import { Prisma } from "@/lib/db/generated/client";

/** More in one bar are "more than". */
export const BAR_MAX = 20_000;

/** How many entries of each range meet filters that one index answers, in the order of the ranges. */
export function countRangesSql(
  filters: ParsedAuditFilters,
  ranges: readonly SeqRange[],
  most: number = BAR_MAX,
): Prisma.Sql {
  return Prisma.sql`
    SELECT least(count, ${most}::bigint)::int AS count, count > ${most}::bigint AS "isCapped"
    FROM unnest(${texts(ranges.map(({ low }) => low))}::bigint[], ${texts(ranges.map(({ high }) => high))}::bigint[])
      WITH ORDINALITY AS range (low, high, place)
    CROSS JOIN LATERAL (
      SELECT count(*) FROM (
        SELECT FROM audit_entries WHERE ${entryConditionSql(filters)} AND seq BETWEEN low AND high
        LIMIT ${most}::bigint + 1) AS hit) AS counted
    ORDER BY place`;
}

/** How many entries of some blocks meet the filters, by the bar they belong to; the first bar is 1. */
export function countBlocksSql(
  filters: ParsedAuditFilters,
  barLows: readonly bigint[],
  blocks: readonly SeqRange[],
): Prisma.Sql {
  return Prisma.sql`
    SELECT width_bucket(hit.seq, ${texts(barLows)}::bigint[])::int AS bar, count(*)::int AS count
    FROM unnest(${texts(blocks.map(({ low }) => low))}::bigint[], ${texts(blocks.map(({ high }) => high))}::bigint[])
      AS block (low, high)
    CROSS JOIN LATERAL (
      SELECT seq FROM audit_entries WHERE seq BETWEEN low AND high AND ${entryConditionSql(filters)} OFFSET 0) AS hit
    GROUP BY 1`;
}

function texts(numbers: readonly bigint[]): string[] {
  return numbers.map(String);
}
