import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { lockBatch, UNPAUSED } from "@/lib/batches/lock-batch";
import { listCauses, queueAgain } from "@/lib/batches/queue-again";
import { scheduleRun } from "@/lib/batches/schedule-run";
import { BatchOf } from "@/lib/batches/schema";
import { isLimited } from "@/lib/codes/code-parameters";
import type { Context } from "@/lib/core/context";
import { ConflictError } from "@/lib/core/errors";
import { translateConstraint } from "@/lib/db/constraint-errors";
import { withTransaction } from "@/lib/db/transaction";

/**
 * Lets a paused batch go on, beyond its pilot too. Rows that were refused for the very reason it stopped
 * for are queued again, and of B those that ended unknown, for asking again is free. A running batch stays as it is. Throws `conflict` when it has ended or waits for
 * a second person, and `quota_exhausted` when there is nothing left to reserve those rows from.
 */
export async function resumeBatch(ctx: Context, input: BatchOf): Promise<void> {
  authorize(ctx, "codes:mint");
  const { batchId } = BatchOf.parse(input);
  await translateConstraint({ codes_identity_living: "codeMintedElsewhere" }, () =>
    withTransaction(ctx, async (tctx) => {
      const batch = await lockBatch(tctx, batchId);
      if (batch.status === "running") return;
      if (batch.status !== "paused") throw new ConflictError("batchNotPaused");
      const causes = batch.pauseWhy === "wechat" ? await listCauses(tctx, batchId) : [];
      const stopping = causes.filter(
        ({ status, failureErrcode, failureWhy }) =>
          (status === "refused" || !isLimited(batch.kind)) &&
          (failureWhy === "not_sent:paused" ||
            (failureErrcode === batch.pauseErrcode && failureWhy === batch.pauseFailure)),
      );
      const codeCount = await queueAgain(tctx, batch, stopping);
      await tctx.tx.batch.update({
        where: { id: batchId },
        data: { ...UNPAUSED, status: "running", pilotUntilRow: null },
      });
      await scheduleRun(tctx, batchId, { afterSeconds: 0 });
      await appendEntry(tctx, {
        action: "batch.resumed",
        target: { kind: "batch", id: batchId, label: batch.name },
        details: { codeCount },
      });
    }),
  );
}
