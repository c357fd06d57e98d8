import { authorize } from "@/lib/access/authorize";
import { continueBatch } from "@/lib/batches/continue-batch";
import { lockBatch } from "@/lib/batches/lock-batch";
import { BatchOf } from "@/lib/batches/schema";
import type { Context } from "@/lib/core/context";
import { ConflictError } from "@/lib/core/errors";
import { translateConstraint } from "@/lib/db/constraint-errors";
import { withTransaction } from "@/lib/db/transaction";

/**
 * A person lets a paused batch go on, beyond its pilot too. A running batch stays as it is. Throws `conflict`
 * when it has ended or waits for a second person, and `quota_exhausted` when there is nothing left to
 * reserve the rows from that were refused for the reason it stopped for.
 */
export async function resumeBatch(ctx: Context, input: BatchOf): Promise<void> {
  authorize(ctx, "codes:mint");
  const { batchId } = BatchOf.parse(input);
  await translateConstraint({ codes_identity_living: "codeMintedElsewhere" }, () =>
    withTransaction(ctx, async (tctx) => {
      const batch = await lockBatch(tctx, batchId);
      if (batch.status === "running") return;
      if (batch.status !== "paused") throw new ConflictError("batchNotPaused");
      if (batch.pauseWhy === "archived") throw new ConflictError("miniProgramArchived");
      await continueBatch(tctx, batch);
    }),
  );
}
