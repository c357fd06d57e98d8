import { appendEntry } from "@/lib/audit/append-entry";
import { endsByItself } from "@/lib/batches/ends-by-itself";
import { UNPAUSED } from "@/lib/batches/lock-batch";
import type { FailureCause } from "@/lib/batches/may-retry";
import { listCauses, queueAgain } from "@/lib/batches/queue-again";
import { scheduleRun } from "@/lib/batches/schedule-run";
import { isLimited } from "@/lib/codes/code-parameters";
import type { Batch } from "@/lib/db/generated/client";
import type { TransactionContext } from "@/lib/db/transaction";

/**
 * Lets a paused batch go on, beyond its pilot too. Rows that were refused for the very reason it stopped for are
 * queued again, and of B those that ended unknown, for asking again is free. The caller authorises
 * and has locked the batch. Throws `quota_exhausted` when there is nothing left to reserve those rows from.
 */
export async function continueBatch(ctx: TransactionContext, batch: Batch): Promise<void> {
  const { id: batchId, name } = batch;
  const causes = await listCauses(ctx, batchId);
  const codeCount = await queueAgain(
    ctx,
    batch,
    causes.filter((cause) => isStopping(cause, batch)),
  );
  await ctx.tx.batch.update({
    where: { id: batchId },
    data: { ...UNPAUSED, status: "running", pilotUntilRow: null },
  });
  await scheduleRun(ctx, batchId, { afterSeconds: 0 });
  await appendEntry(ctx, {
    action: "batch.resumed",
    target: { kind: "batch", id: batchId, label: name },
    details: { codeCount },
  });
}

/** Whether rows failed of what the batch is paused for. */
function isStopping({ status, failureErrcode, failureWhy }: FailureCause, batch: Batch): boolean {
  if (status === "unknown" && isLimited(batch.kind)) return false;
  if (batch.pauseWhy === "storage") return failureWhy === "unknown:storage";
  if (batch.pauseWhy !== "wechat") return false;
  // What ends by itself ends for all who failed of something like it.
  const failed = { ...batch, pauseErrcode: failureErrcode, pauseFailure: failureWhy };
  if (endsByItself(batch) === "fault") return endsByItself(failed) === "fault";
  return (
    failureWhy === "not_sent:paused" ||
    (failureErrcode === batch.pauseErrcode && failureWhy === batch.pauseFailure)
  );
}
