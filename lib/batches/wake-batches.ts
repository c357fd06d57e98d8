import { scheduleRun } from "@/lib/batches/schedule-run";
import type { Context } from "@/lib/core/context";
import { ForbiddenError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";

/** Longer than the beginning of a run takes, which is one short transaction. */
const LOST_SECONDS = 6;

/**
 * Lets running batches go on that nobody has looked at for a while and that have no job waiting: one whose
 * process died between taking the job and beginning, or whose job is gone with the queue's tables.
 */
export async function wakeBatches(ctx: Context): Promise<void> {
  if (ctx.actor.kind !== "job") throw new ForbiddenError("codes:mint");
  const { db } = ctx.runtime;
  const asleep = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM batches
    WHERE status = 'running'
      AND coalesce(run_seen_at < clock_timestamp() - make_interval(secs => ${LOST_SECONDS}), true)
      AND NOT EXISTS (
        SELECT FROM pgboss.job WHERE name = 'batches.run' AND data ->> 'runToken' = batches.run_token::text
          AND (state IN ('created', 'retry')
            OR state = 'active' AND started_on > clock_timestamp() - make_interval(secs => ${LOST_SECONDS})))`;
  for (const { id } of asleep) {
    await withTransaction(ctx, (tctx) => scheduleRun(tctx, id, { afterSeconds: 0 }));
  }
}
