import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { lockBatch } from "@/lib/batches/lock-batch";
import { mayRetry } from "@/lib/batches/may-retry";
import { listCauses, queueAgain } from "@/lib/batches/queue-again";
import { scheduleRun } from "@/lib/batches/schedule-run";
import { BatchOf } from "@/lib/batches/schema";
import type { RetryFailedResult } from "@/lib/batches/progress-schema";
import type { Context } from "@/lib/core/context";
import { ConflictError } from "@/lib/core/errors";
import { translateConstraint } from "@/lib/db/constraint-errors";
import { withTransaction } from "@/lib/db/transaction";

/**
 * Takes up again the failed rows for which it can help; the others need other parameters. A batch that
 * was done runs again, a paused one stays paused. Nothing to take up, as after a second click, is no error.
 * Throws `conflict` for a cancelled batch, and `quota_exhausted`.
 */
export async function retryFailedCodes(ctx: Context, input: BatchOf): Promise<RetryFailedResult> {
  authorize(ctx, "codes:mint");
  const { batchId } = BatchOf.parse(input);
  return translateConstraint({ codes_identity_living: "codeMintedElsewhere" }, () =>
    withTransaction(ctx, async (tctx) => {
      const batch = await lockBatch(tctx, batchId);
      const { status, kind, name } = batch;
      if (status === "cancelled" || status === "awaiting_approval") {
        throw new ConflictError("batchNotRetryable");
      }
      const causes = (await listCauses(tctx, batchId)).filter((cause) => mayRetry(cause, kind));
      const codeCount = await queueAgain(tctx, batch, causes);
      if (codeCount === 0) return { codeCount };
      if (status === "done") {
        await tctx.tx.batch.update({
          where: { id: batchId },
          data: { status: "running", finishedAt: null },
        });
      }
      if (status !== "paused") await scheduleRun(tctx, batchId, { afterSeconds: 0 });
      await appendEntry(tctx, {
        action: "batch.retried",
        target: { kind: "batch", id: batchId, label: name },
        details: { codeCount },
      });
      return { codeCount };
    }),
  );
}
