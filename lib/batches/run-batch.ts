import { closeBatch } from "@/lib/batches/close-batch";
import { mintRows } from "@/lib/batches/mint-rows";
import { queueUnreached } from "@/lib/batches/queue-unreached";
import { scheduleRun } from "@/lib/batches/schedule-run";
import type { Context } from "@/lib/core/context";
import { ForbiddenError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";

/** A run that dies is missed after this long, and the next one takes its place. */
const NEXT_RUN_SECONDS = 2;
const SEEN_MS = 2_500;
/** Less than the queue takes a run for lost. */
const RUN_MS = 540_000;

/**
 * One run of a batch: mints what is queued, then hands on when others wait or it took long. Each run leaves the
 * job of the next one behind before it begins, so a batch goes on whatever becomes of this process;
 * a job that finds a run at work only does the same again.
 */
export async function runBatch(
  ctx: Context,
  { batchId, runToken }: { batchId: string; runToken: string },
): Promise<void> {
  if (ctx.actor.kind !== "job") throw new ForbiddenError("codes:mint");
  const isMine = await takeTurn(ctx, batchId, runToken);
  if (!isMine) return;
  const ended = await mintRows(ctx, batchId, { forMs: RUN_MS });
  if (ended === "finished" && !(await queueUnreached(ctx, batchId))) await closeBatch(ctx, batchId);
  if (ended === "handedOn") {
    await withTransaction(ctx, (tctx) => scheduleRun(tctx, batchId, { afterSeconds: 0 }));
  }
}

/** Schedules the successor; false when this job is not the one that is due, or a run is at work. */
async function takeTurn(ctx: Context, batchId: string, runToken: string): Promise<boolean> {
  return withTransaction(ctx, async (tctx) => {
    const [batch] = await tctx.tx.$queryRaw<{ isAttended: boolean }[]>`
      SELECT coalesce(run_seen_at > clock_timestamp() - make_interval(secs => ${SEEN_MS / 1000}::float), false)
        AS "isAttended"
      FROM batches WHERE id = ${batchId}::uuid AND run_token = ${runToken}::uuid AND status = 'running'
      FOR UPDATE`;
    if (!batch) return false;
    await scheduleRun(tctx, batchId, { afterSeconds: NEXT_RUN_SECONDS });
    if (batch.isAttended) return false;
    await tctx.tx.$executeRaw`
      UPDATE batches SET run_seen_at = clock_timestamp() WHERE id = ${batchId}::uuid`;
    return true;
  });
}
