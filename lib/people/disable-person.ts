import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { ConflictError, NotFoundError } from "@/lib/core/errors";
import { translateConstraint } from "@/lib/db/constraint-errors";
import { withTransaction } from "@/lib/db/transaction";
import { endSessionsOf } from "@/lib/people/end-sessions-of";
import { MemberId } from "@/lib/people/member-schema";
import { revokeLinksOf } from "@/lib/people/revoke-links-of";

/**
 * Shuts a person out: sessions and keys answer nobody from the next request on, and links they made for others end.
 * Disabling twice changes nothing. Throws ConflictError for oneself, and when nobody would be left who lets others in.
 */
export async function disablePerson(ctx: Context, input: MemberId): Promise<void> {
  authorize(ctx, "people:write");
  const { userId } = MemberId.parse(input);
  if (userId === ctx.actor.id) throw new ConflictError("disableOwn");
  await translateConstraint({ users_keep_an_admin: "lastAdminStays" }, () =>
    withTransaction(ctx, async (tctx) => {
      const { tx } = tctx;
      const user = await tx.user.findUnique({ where: { id: userId } });
      if (!user) throw new NotFoundError("user");
      const { count } = await tx.user.updateMany({
        where: { id: userId, disabledAt: null },
        data: { disabledAt: ctx.now() },
      });
      if (count === 0) return;
      const endedSessionCount = await endSessionsOf(tctx, userId);
      await revokeLinksOf(tctx, userId);
      await appendEntry(tctx, {
        action: "user.disabled",
        target: { kind: "user", id: userId, label: user.name },
        details: { endedSessionCount },
      });
    }),
  );
}
