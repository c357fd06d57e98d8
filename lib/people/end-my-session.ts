import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { NotFoundError, NotSignedInError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { SessionId } from "@/lib/people/profile-schema";

/** Signs one browser of the caller's out; one that is out already changes nothing. */
export async function endMySession(ctx: Context, input: SessionId): Promise<void> {
  authorize(ctx, "account:write");
  if (ctx.actor.kind !== "user") throw new NotSignedInError();
  const { sessionId } = SessionId.parse(input);
  const { id: userId, name } = ctx.actor;
  await withTransaction(ctx, async (tctx) => {
    const { tx } = tctx;
    const mine = { id: sessionId, userId };
    if ((await tx.session.count({ where: mine })) === 0) throw new NotFoundError("session");
    const { count } = await tx.session.updateMany({
      where: { ...mine, endedAt: null, expiresAt: { gt: ctx.now() } },
      data: { endedAt: ctx.now() },
    });
    if (count === 0) return;
    await appendEntry(tctx, {
      action: "user.sessions_ended",
      target: { kind: "user", id: userId, label: name },
      details: { endedSessionCount: count },
    });
  });
}
