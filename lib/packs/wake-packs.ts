import type { Context } from "@/lib/core/context";
import { ForbiddenError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";

const SLEPT_SECONDS = 60;

/** Has packs prepared that nobody has looked at for a minute: the net under their jobs, should one be lost. */
export async function wakePacks(ctx: Context): Promise<void> {
  if (ctx.actor.kind !== "job") throw new ForbiddenError("packs:write");
  const asleep = await ctx.runtime.db.$queryRaw<{ id: string }[]>`
    SELECT id FROM packs
    WHERE status = 'preparing'
      AND coalesce(claimed_until, created_at) < clock_timestamp() - make_interval(secs => ${SLEPT_SECONDS})
      AND NOT EXISTS (
        SELECT FROM pgboss.job WHERE name = 'packs.prepare' AND data ->> 'packId' = packs.id::text
          AND state IN ('created', 'retry', 'active'))`;
  for (const { id } of asleep) {
    await withTransaction(ctx, ({ tx, runtime }) =>
      runtime.queue.enqueue(tx, "packs.prepare", { packId: id }),
    );
  }
}
