import { authorize } from "@/lib/access/authorize";
import { beijingDayOf } from "@/lib/audit/beijing-time";
import { countBlocksSql, countRangesSql } from "@/lib/audit/count-entries-sql";
import { isIndexed } from "@/lib/audit/entry-filter-sql";
import type { ParsedAuditFilters } from "@/lib/audit/entry-filter-sql";
import { findBlocks } from "@/lib/audit/find-blocks";
import { findLastBefore } from "@/lib/audit/find-last-before";
import { findSeqRange } from "@/lib/audit/find-seq-range";
import type { SeqRange } from "@/lib/audit/find-seq-range";
import { histogramBars } from "@/lib/audit/histogram-bars";
import { AuditFilters } from "@/lib/audit/schema";
import type { AuditHistogram } from "@/lib/audit/schema";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";

/** Thousands of entries a search counts in; who wants it whole narrows the days. */
export const BLOCKS_COUNTED = 20;

/** How many entries meet the filters, by hour, day or month in Beijing. */
export async function countEntries(ctx: Context, input: AuditFilters): Promise<AuditHistogram> {
  authorize(ctx, "audit:read");
  const filters = AuditFilters.parse(input);
  const days = await findDays(ctx, filters);
  const { unit, spans, end } = histogramBars(days.from, days.to);
  if (spans.length === 0) return { unit, bars: [], total: 0, isCapped: false };
  const lasts = await findLastBefore(ctx, [...spans.map(({ start }) => start), end]);
  const ranges = spans.map((_, index) => ({
    low: (lasts[index] ?? 0n) + 1n,
    high: lasts[index + 1] ?? 0n,
  }));
  const { counts, isCapped } = await countIn(ctx, filters, ranges);
  const bars = spans.map((span, index) => ({ ...span, count: counts[index] ?? 0 }));
  return { unit, bars, total: await totalOf(ctx, filters, bars), isCapped };
}

/** The days asked for, but none before the first entry and none after today. */
async function findDays(
  ctx: Context,
  { from, to }: ParsedAuditFilters,
): Promise<{ from: string; to: string }> {
  const first = await reader(ctx).auditEntry.findFirst({
    orderBy: { seq: "asc" },
    select: { at: true },
  });
  const today = beijingDayOf(ctx.now());
  const oldest = first ? beijingDayOf(first.at) : today;
  return {
    from: from !== undefined && from > oldest ? from : oldest,
    to: to !== undefined && to < today ? to : today,
  };
}

async function countIn(
  ctx: Context,
  filters: ParsedAuditFilters,
  ranges: readonly SeqRange[],
): Promise<{ counts: number[]; isCapped: boolean }> {
  if (isEverything(filters)) {
    return {
      counts: ranges.map(({ low, high }) => Math.max(0, Number(high - low + 1n))),
      isCapped: false,
    };
  }
  if (isIndexed(filters)) {
    const rows = await reader(ctx).$queryRaw<{ count: number; isCapped: boolean }[]>(
      countRangesSql(filters, ranges),
    );
    return {
      counts: rows.map(({ count }) => count),
      isCapped: rows.some(({ isCapped }) => isCapped),
    };
  }
  const range = { low: ranges[0]?.low ?? 1n, high: ranges.at(-1)?.high ?? 0n };
  const blocks = await findBlocks(ctx, filters, range, BLOCKS_COUNTED + 1);
  const rows = await reader(ctx).$queryRaw<{ bar: number; count: number }[]>(
    countBlocksSql(
      filters,
      ranges.map(({ low }) => low),
      blocks.slice(0, BLOCKS_COUNTED),
    ),
  );
  const counted = new Map(rows.map(({ bar, count }) => [bar, count]));
  return {
    counts: ranges.map((_, index) => counted.get(index + 1) ?? 0),
    isCapped: blocks.length > BLOCKS_COUNTED,
  };
}

function isEverything({ from: _from, to: _to, hour: _hour, ...rest }: ParsedAuditFilters): boolean {
  return Object.values(rest).every((value) => value === undefined || value === "");
}

/** Of one hour, when only that is asked for. */
async function totalOf(
  ctx: Context,
  filters: ParsedAuditFilters,
  bars: AuditHistogram["bars"],
): Promise<number> {
  const isHour = filters.hour !== undefined && filters.from !== undefined;
  const range = isHour ? await findSeqRange(ctx, filters) : null;
  if (!range) return bars.reduce((total, { count }) => total + count, 0);
  return (await countIn(ctx, filters, [range])).counts[0] ?? 0;
}
