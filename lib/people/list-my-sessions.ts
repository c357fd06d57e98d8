import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { NotSignedInError } from "@/lib/core/errors";
import { reader } from "@/lib/db/transaction";
import type { SessionRow } from "@/lib/people/profile-schema";

const MOST = 100;

/** The browsers the caller is signed in with, the one that asks first, then by last use. */
export async function listMySessions(ctx: Context): Promise<SessionRow[]> {
  authorize(ctx, "account:write");
  if (ctx.actor.kind !== "user") throw new NotSignedInError();
  const { id: userId, sessionId } = ctx.actor;
  const sessions = await reader(ctx).session.findMany({
    where: { userId, endedAt: null, expiresAt: { gt: ctx.now() } },
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
    take: MOST,
    omit: { userId: true, tokenHash: true, endedAt: true },
  });
  const rows = sessions.map((session) => ({ ...session, isThis: session.id === sessionId }));
  return [...rows.filter(({ isThis }) => isThis), ...rows.filter(({ isThis }) => !isThis)];
}
