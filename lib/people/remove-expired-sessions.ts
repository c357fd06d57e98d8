import type { Context } from "@/lib/core/context";
import { ForbiddenError } from "@/lib/core/errors";

const KEPT_FOR_MS = 90 * 24 * 60 * 60 * 1000;

/**
 * Forgets sessions and links that expired 90 days ago, keys that expired or were revoked as long ago, and throttle
 * counters that ran out.
 */
export async function removeExpiredSessions(ctx: Context): Promise<void> {
  if (ctx.actor.kind !== "job") throw new ForbiddenError("people:write");
  const { db } = ctx.runtime;
  const now = ctx.now().getTime();
  const before = { lt: new Date(now - KEPT_FOR_MS) };
  await db.session.deleteMany({ where: { expiresAt: before } });
  await db.accountLink.deleteMany({ where: { expiresAt: before } });
  await db.apiKey.deleteMany({ where: { OR: [{ revokedAt: before }, { expiresAt: before }] } });
  await db.throttle.deleteMany({ where: { expire: { lt: BigInt(now) } } });
}
