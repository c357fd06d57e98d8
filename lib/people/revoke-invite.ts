import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { InviteId } from "@/lib/people/account-link-schema";

/** Ends an invite nobody has taken yet; ending it again, or one that was taken, changes nothing. */
export async function revokeInvite(ctx: Context, input: InviteId): Promise<void> {
  authorize(ctx, "people:write");
  const { linkId } = InviteId.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const { tx } = tctx;
    const link = await tx.accountLink.findFirst({ where: { id: linkId, kind: "invite" } });
    if (!link) throw new NotFoundError("invite");
    const { count } = await tx.accountLink.updateMany({
      where: { id: linkId, usedAt: null, revokedAt: null },
      data: { revokedAt: ctx.now() },
    });
    if (count === 0) return;
    await appendEntry(tctx, {
      action: "user.invite_revoked",
      target: { kind: "account_link", id: linkId, label: link.name ?? "" },
      details: { email: link.email ?? "" },
    });
  });
}
