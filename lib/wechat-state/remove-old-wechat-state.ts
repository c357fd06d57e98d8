import type { Context } from "@/lib/core/context";
import { ForbiddenError } from "@/lib/core/errors";
import { databaseNow } from "@/lib/db/database-now";

const EVENTS_KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** Forgets token events after 30 days, and pauses that are over. */
export async function removeOldWechatState(ctx: Context): Promise<void> {
  if (ctx.actor.kind !== "job") throw new ForbiddenError("miniPrograms:write");
  const { db } = ctx.runtime;
  const now = await databaseNow(db);
  const oldest = new Date(now.getTime() - EVENTS_KEPT_MS);
  await db.tokenEvent.deleteMany({ where: { at: { lt: oldest } } });
  await db.wechatPause.deleteMany({ where: { until: { lt: now } } });
}
