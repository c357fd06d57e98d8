import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { withTransaction } from "@/lib/db/transaction";
import { hashSessionToken } from "@/lib/people/session-token";

/** Ends the session of this token; a second sign-out changes nothing. */
export async function signOut(ctx: Context, token: string): Promise<void> {
  await withTransaction(ctx, async (tctx) => {
    const { count } = await tctx.tx.session.updateMany({
      where: { tokenHash: hashSessionToken(token), endedAt: null },
      data: { endedAt: ctx.now() },
    });
    if (count === 0) return;
    await appendEntry(tctx, {
      action: "user.signed_out",
      target: { kind: "user", id: ctx.actor.id, label: ctx.actor.name },
      details: {},
    });
  });
}
