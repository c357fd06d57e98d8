import { scheduleRun } from "@/lib/batches/schedule-run";
import type { Context } from "@/lib/core/context";
import { ForbiddenError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";

const SLEPT_SECONDS = 60;

/**
 * Finds running batches nobody has looked at for a minute although they have something to send, and
 * lets them run: the net under the chain of jobs, should one be lost with the queue's tables.
 */
export async function wakeBatches(ctx: Context): Promise<void> {
  if (ctx.actor.kind !== "job") throw new ForbiddenError("codes:mint");
  const { db } = ctx.runtime;
  const asleep = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM batches
    WHERE status = 'running' AND NOT EXISTS (
      SELECT FROM pgboss.job WHERE name = 'batches.run' AND data ->> 'runToken' = batches.run_token::text
        AND state IN ('created', 'retry', 'active')
        AND start_after > now() - make_interval(secs => ${SLEPT_SECONDS}))
      AND coalesce(run_seen_at < clock_timestamp() - make_interval(secs => ${SLEPT_SECONDS}), true)`;
  for (const { id } of asleep) {
    await withTransaction(ctx, (tctx) => scheduleRun(tctx, id, { afterSeconds: 0 }));
  }
}
