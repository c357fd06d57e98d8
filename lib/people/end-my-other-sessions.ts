import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { NotSignedInError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { endSessionsOf } from "@/lib/people/end-sessions-of";

/** Signs the caller out everywhere but in the session that asks; how many ended. */
export async function endMyOtherSessions(ctx: Context): Promise<{ endedCount: number }> {
  authorize(ctx, "account:write");
  if (ctx.actor.kind !== "user") throw new NotSignedInError();
  const { id: userId, name, sessionId } = ctx.actor;
  return withTransaction(ctx, async (tctx) => {
    const endedCount = await endSessionsOf(tctx, userId, sessionId);
    if (endedCount === 0) return { endedCount };
    await appendEntry(tctx, {
      action: "user.sessions_ended",
      target: { kind: "user", id: userId, label: name },
      details: { endedSessionCount: endedCount },
    });
    return { endedCount };
  });
}
