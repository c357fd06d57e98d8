import type { Context } from "@/lib/core/context";
import { ForbiddenError } from "@/lib/core/errors";
import { databaseNow } from "@/lib/db/database-now";
import { KEPT_MS } from "@/lib/idempotency/schema";

/** Forgets answers after 24 hours: their keys may stand for something new. */
export async function removeOldRequests(ctx: Context): Promise<void> {
  if (ctx.actor.kind !== "job") throw new ForbiddenError("account:write");
  const { db } = ctx.runtime;
  const now = await databaseNow(db);
  const before = new Date(now.getTime() - KEPT_MS);
  await db.idempotentRequest.deleteMany({
    where: { createdAt: { lt: before }, OR: [{ heldUntil: null }, { heldUntil: { lt: now } }] },
  });
}
