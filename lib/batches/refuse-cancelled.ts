import { appendEntry } from "@/lib/audit/append-entry";
import { lockBatch } from "@/lib/batches/lock-batch";
import { refuseQueued } from "@/lib/batches/refuse-queued";
import type { Context } from "@/lib/core/context";
import { ForbiddenError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";

/** Refuses rows that were under way when their batch was cancelled and that came back unsent. */
export async function refuseCancelled(ctx: Context): Promise<void> {
  if (ctx.actor.kind !== "job") throw new ForbiddenError("codes:mint");
  const batches = await ctx.runtime.db.code.findMany({
    where: { isCancelled: true, status: "queued", batchId: { not: null } },
    distinct: ["batchId"],
    select: { batchId: true },
  });
  for (const { batchId } of batches) if (batchId !== null) await refuseOf(ctx, batchId);
}

async function refuseOf(ctx: Context, batchId: string): Promise<void> {
  await withTransaction(ctx, async (tctx) => {
    const batch = await lockBatch(tctx, batchId);
    const codeCount = await refuseQueued(tctx, batch, "cancelled", "cancelled");
    if (codeCount === 0) return;
    await appendEntry(tctx, {
      action: "batch.cancelled",
      target: { kind: "batch", id: batchId, label: batch.name },
      details: { codeCount },
    });
  });
}
