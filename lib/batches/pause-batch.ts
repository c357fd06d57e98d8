import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { lockBatch } from "@/lib/batches/lock-batch";
import { BatchOf } from "@/lib/batches/schema";
import type { Context } from "@/lib/core/context";
import { ConflictError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";

/**
 * Lets a batch send nothing more for now; what is under way ends. A paused batch stays as it is.
 * Throws `conflict` when it does not run.
 */
export async function pauseBatch(ctx: Context, input: BatchOf): Promise<void> {
  authorize(ctx, "codes:mint");
  const { batchId } = BatchOf.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const { status, name } = await lockBatch(tctx, batchId);
    if (status === "paused") return;
    if (status !== "running") throw new ConflictError("batchNotRunning");
    await tctx.tx.batch.update({
      where: { id: batchId },
      data: {
        status: "paused",
        pauseWhy: "person",
        pausedAt: ctx.now(),
        pausedBy: ctx.actor.name,
      },
    });
    await appendEntry(tctx, {
      action: "batch.paused",
      target: { kind: "batch", id: batchId, label: name },
      details: { why: "person", errcode: null },
    });
  });
}
