import type { TransactionContext } from "@/lib/db/transaction";
import { addToDay } from "@/lib/quota/add-to-day";
import type { DayCounts } from "@/lib/quota/add-to-day";
import { beijingDay } from "@/lib/quota/beijing-day";
import { lockCounter } from "@/lib/quota/lock-counter";

export interface CountedCall {
  endpoint: string;
  startedAt: Date;
  outcome: string;
}

const COLUMN_OF_ENDPOINT: Record<string, keyof DayCounts> = {
  getwxacode: "aCalls",
  getwxacodeunlimit: "bCalls",
  createwxaqrcode: "cCalls",
};

/**
 * Counts calls for pictures by the Beijing day they started on. What never left us is not counted, nor are
 * calls for tokens. Takes the counter's lock: call it after the code's row is locked, and late.
 */
export async function countCalls(
  ctx: TransactionContext,
  miniProgramId: string,
  calls: readonly CountedCall[],
): Promise<void> {
  const days = new Map<string, DayCounts>();
  for (const { endpoint, startedAt, outcome } of calls) {
    const column = COLUMN_OF_ENDPOINT[endpoint];
    if (!column || outcome === "not_sent") continue;
    const counts = days.get(beijingDay(startedAt)) ?? {};
    days.set(beijingDay(startedAt), { ...counts, [column]: (counts[column] ?? 0) + 1 });
  }
  if (days.size === 0) return;
  await lockCounter(ctx, miniProgramId);
  for (const [day, counts] of days) await addToDay(ctx, miniProgramId, day, counts);
}
