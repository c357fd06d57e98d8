import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { ConflictError, NotFoundError, NotSignedInError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { accountLinkMail } from "@/lib/people/account-link-mail";
import type { MadeAccountLink } from "@/lib/people/account-link-schema";
import { mailAccountLink } from "@/lib/people/mail-account-link";
import { MemberId } from "@/lib/people/member-schema";
import { revokeResetLinks } from "@/lib/people/revoke-reset-links";
import { hashSecretToken, newSecretToken } from "@/lib/people/secret-token";

const LIFE_MS = 24 * 60 * 60 * 1_000;

/**
 * Makes an address under which a person sets a new password, once, within a day, and mails it when there is a mail
 * server. An earlier one ends. Nobody makes one for themselves: they would not have to know the old password.
 */
export async function makeResetLink(ctx: Context, input: MemberId): Promise<MadeAccountLink> {
  authorize(ctx, "people:write");
  if (ctx.actor.kind !== "user") throw new NotSignedInError();
  const { userId } = MemberId.parse(input);
  const createdById = ctx.actor.id;
  if (userId === createdById) throw new ConflictError("resetOwn");
  const token = newSecretToken();
  const createdAt = ctx.now();
  const expiresAt = new Date(createdAt.getTime() + LIFE_MS);
  const { linkId, email } = await withTransaction(ctx, async (tctx) => {
    const { tx } = tctx;
    const user = await tx.user.findUnique({ where: { id: userId } });
    if (!user) throw new NotFoundError("user");
    if (user.disabledAt) throw new ConflictError("personDisabled", { name: user.name });
    await revokeResetLinks(tctx, { userId });
    const link = await tx.accountLink.create({
      data: {
        kind: "reset",
        tokenHash: hashSecretToken(token),
        userId,
        createdById,
        createdBy: ctx.actor.name,
        createdAt,
        expiresAt,
      },
    });
    await appendEntry(tctx, {
      action: "user.reset_link_made",
      target: { kind: "user", id: userId, label: user.name },
      details: { expiresAt: expiresAt.toISOString() },
    });
    return { linkId: link.id, email: user.email };
  });
  const url = `${ctx.runtime.env.publicUrl}/reset/${token}`;
  const words = accountLinkMail({ kind: "reset", by: ctx.actor.name, url, expiresAt });
  const isMailed = await mailAccountLink(ctx, { to: [email], id: linkId, ...words });
  return { linkId, url, expiresAt, isMailed };
}
