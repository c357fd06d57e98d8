import { scheduleRun } from "@/lib/batches/schedule-run";
import type { TransactionContext } from "@/lib/db/transaction";

/**
 * Lets a batch that waits for a second person run. False when it does not wait (any more).
 * The caller authorises, decides the approval and writes the log.
 */
export async function startBatch(ctx: TransactionContext, batchId: string): Promise<boolean> {
  const { count } = await ctx.tx.batch.updateMany({
    where: { id: batchId, status: "awaiting_approval" },
    data: { status: "running", startedAt: ctx.now() },
  });
  if (count === 0) return false;
  await scheduleRun(ctx, batchId, { afterSeconds: 0 });
  return true;
}
