import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { DELIVERIES_KEPT_DAYS } from "@/lib/webhooks/schema";

/** So many in one statement, so that none of them takes long. */
const CHUNK = 5_000;

/** Removes messages, delivered or not, that are older than a month, with their attempts. */
export async function removeOldDeliveries(ctx: Context): Promise<void> {
  authorize(ctx, "webhooks:write");
  for (;;) {
    const removed = await ctx.runtime.db.$executeRaw`
      DELETE FROM webhook_deliveries WHERE id IN (
        SELECT id FROM webhook_deliveries
        WHERE created_at < ${ctx.now()}::timestamptz - make_interval(days => ${DELIVERIES_KEPT_DAYS}::int)
        ORDER BY created_at LIMIT ${CHUNK}::int)`;
    if (removed < CHUNK) return;
  }
}
