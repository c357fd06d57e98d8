import { randomUUID } from "node:crypto";
import type { TransactionContext } from "@/lib/db/transaction";

/**
 * The next run of a batch, in the caller's transaction. Whatever run was due before is no longer:
 * it finds another token and ends, so a batch never gathers jobs. A person who lets it run answers for it from then on.
 */
export async function scheduleRun(
  ctx: TransactionContext,
  batchId: string,
  { afterSeconds }: { afterSeconds: number },
): Promise<void> {
  const runToken = randomUUID();
  const { actor } = ctx;
  await ctx.tx.batch.update({
    where: { id: batchId },
    data: { runToken, ...(actor.kind === "user" && { runById: actor.id }) },
    select: { id: true },
  });
  await ctx.runtime.queue.enqueue(ctx.tx, "batches.run", { batchId, runToken }, { afterSeconds });
}
