import type { BatchPrice } from "@/lib/batches/draft-schema";
import type { BatchQuota } from "@/lib/batches/read-quota";
import { needsApproval } from "@/lib/quota/needs-approval";
import type { CodeKind } from "@/lib/codes/schema";

/** What minting so many new codes, so many of them limited, would cost. */
export function priceRows(
  { newCount, limitedCount }: { newCount: number; limitedCount: number },
  kind: CodeKind,
  quota: BatchQuota,
): BatchPrice {
  const { left, lifetimeLimit } = quota;
  return {
    limitedCount,
    callCount: newCount,
    minutes: Math.ceil(newCount / quota.callsPerMinute),
    days: kind === "WXACODE" ? daysFor(newCount, quota) : null,
    left,
    lifetimeLimit,
    isAffordable: limitedCount <= left,
    needsApproval: needsApproval(limitedCount, quota),
  };
}

/** Today and the days after it that the daily limit spreads the calls over; null when it allows none. */
function daysFor(callCount: number, { callsLeftToday, dailyLimit }: BatchQuota): number | null {
  if (callCount === 0) return 0;
  if (callCount <= callsLeftToday) return 1;
  if (dailyLimit === 0) return null;
  return 1 + Math.ceil((callCount - callsLeftToday) / dailyLimit);
}
