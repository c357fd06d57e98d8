import { startOfBeijingDay } from "@/lib/audit/beijing-time";
import type { ParsedAuditFilters } from "@/lib/audit/entry-filter-sql";
import { findLastBefore } from "@/lib/audit/find-last-before";
import type { Context } from "@/lib/core/context";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Numbers of entries, both included; empty when `low` is above `high`. */
export interface SeqRange {
  low: bigint;
  high: bigint;
}

/**
 * The entries of the days that are asked for. Time never goes back in the log, so a stretch of time is a stretch of
 * numbers, which every index is in the order of.
 */
export async function findSeqRange(
  ctx: Context,
  { from, to, hour }: Pick<ParsedAuditFilters, "from" | "to" | "hour">,
): Promise<SeqRange> {
  const isHour = hour !== undefined && from !== undefined;
  const since = from === undefined ? null : startOfBeijingDay(from, hour ?? 0);
  const end = to === undefined ? null : new Date(startOfBeijingDay(to).getTime() + DAY_MS);
  const until = isHour ? new Date(startOfBeijingDay(from, hour).getTime() + HOUR_MS) : end;
  const [before, last] = await findLastBefore(ctx, [since, until]);
  return { low: since === null ? 1n : (before ?? 0n) + 1n, high: last ?? 0n };
}
