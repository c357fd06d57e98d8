import type { Context } from "@/lib/core/context";
import { ForbiddenError } from "@/lib/core/errors";

const KEPT_FOR_MS = 90 * 24 * 60 * 60 * 1000;

/** Forgets sessions that ended or expired 90 days ago, and throttle counters that ran out. */
export async function removeExpiredSessions(ctx: Context): Promise<void> {
  if (ctx.actor.kind !== "job") throw new ForbiddenError("people:write");
  const { db } = ctx.runtime;
  const now = ctx.now().getTime();
  await db.session.deleteMany({ where: { expiresAt: { lt: new Date(now - KEPT_FOR_MS) } } });
  await db.throttle.deleteMany({ where: { expire: { lt: BigInt(now) } } });
}
