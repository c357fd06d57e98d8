import type { ExaminedRows } from "@/lib/batches/examine-rows";
import { CALLS_PER_MINUTE } from "@/lib/codes/schema";
import { needsApproval } from "@/lib/quota/needs-approval";
import type { BatchPrice } from "@/lib/batches/schema";
import type { CodeKind } from "@/lib/codes/schema";

/** What minting the new ones of these rows would cost. */
export function priceRows({ news, quota }: ExaminedRows, kind: CodeKind): BatchPrice {
  const { left, lifetimeLimit } = quota;
  const limitedCount = news.reduce((sum, { quotaCost }) => sum + quotaCost, 0);
  return {
    limitedCount,
    callCount: news.length,
    minutes: Math.ceil(news.length / CALLS_PER_MINUTE),
    days: kind === "WXACODE" ? daysFor(news.length, quota) : null,
    left,
    lifetimeLimit,
    isAffordable: limitedCount <= left,
    needsApproval: needsApproval(limitedCount, quota),
  };
}

/** Today and the days after it that the daily limit spreads the calls over; null when it allows none. */
function daysFor(
  callCount: number,
  { callsLeftToday, dailyLimit }: ExaminedRows["quota"],
): number | null {
  if (callCount === 0) return 0;
  if (callCount <= callsLeftToday) return 1;
  if (dailyLimit === 0) return null;
  return 1 + Math.ceil((callCount - callsLeftToday) / dailyLimit);
}
