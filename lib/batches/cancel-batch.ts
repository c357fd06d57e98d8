import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { lockBatch, UNPAUSED } from "@/lib/batches/lock-batch";
import { refuseQueued } from "@/lib/batches/refuse-queued";
import { BatchOf } from "@/lib/batches/schema";
import type { Context } from "@/lib/core/context";
import { ConflictError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import type { TransactionContext } from "@/lib/db/transaction";

/**
 * Ends a batch early: what is minted stays, what is queued is refused and its reservation goes back, what is under
 * way ends by itself, or is refused as well should it come back unsent. A cancelled batch stays as it is. Throws `conflict` when it is done.
 */
export async function cancelBatch(ctx: Context, input: BatchOf): Promise<void> {
  authorize(ctx, "codes:mint");
  const { batchId } = BatchOf.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const batch = await lockBatch(tctx, batchId);
    if (batch.status === "cancelled") return;
    if (batch.status === "done") throw new ConflictError("batchDone");
    await lockUnsettled(tctx, batchId);
    const codeCount = await refuseQueued(tctx, batch, "cancelled");
    await tctx.tx.code.updateMany({
      where: { batchId, status: "sent" },
      data: { isCancelled: true },
    });
    await tctx.tx.batch.update({
      where: { id: batchId },
      data: { ...UNPAUSED, status: "cancelled", finishedAt: ctx.now() },
    });
    await appendEntry(tctx, {
      action: "batch.cancelled",
      target: { kind: "batch", id: batchId, label: batch.name },
      details: { codeCount },
    });
  });
}

/** Codes before the quota, as whoever settles them does; and none is sent or comes back meanwhile. */
async function lockUnsettled({ tx }: TransactionContext, batchId: string): Promise<void> {
  await tx.$executeRaw`
    SELECT FROM codes WHERE batch_id = ${batchId}::uuid AND status IN ('queued', 'sent')
    ORDER BY id FOR UPDATE`;
}
