import { NotFoundError } from "@/lib/core/errors";
import type { Batch } from "@/lib/db/generated/client";
import type { TransactionContext } from "@/lib/db/transaction";

/** Locks a batch until the commit, so that two clicks come one after the other. Throws NotFoundError. */
export async function lockBatch(ctx: TransactionContext, batchId: string): Promise<Batch> {
  await ctx.tx.$queryRaw`SELECT id FROM batches WHERE id = ${batchId}::uuid FOR UPDATE`;
  const batch = await ctx.tx.batch.findUnique({ where: { id: batchId } });
  if (!batch) throw new NotFoundError("batch");
  return batch;
}

/** No longer paused. */
export const UNPAUSED = {
  pauseWhy: null,
  pausedAt: null,
  pausedBy: null,
  pauseErrcode: null,
  pauseFailure: null,
  pauseMessage: null,
  pauseRid: null,
} as const;
