import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { ConflictError, NotSignedInError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { accountLinkMail } from "@/lib/people/account-link-mail";
import { InvitePersonInput } from "@/lib/people/account-link-schema";
import type { MadeAccountLink } from "@/lib/people/account-link-schema";
import { mailAccountLink } from "@/lib/people/mail-account-link";
import { hashSecretToken, newSecretToken } from "@/lib/people/secret-token";

const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * Makes an address under which one person makes their account, once, and mails it when there is a mail server.
 * An earlier invite to the same mail ends. Throws ConflictError when the mail has an account.
 */
export async function invitePerson(
  ctx: Context,
  input: InvitePersonInput,
): Promise<MadeAccountLink> {
  authorize(ctx, "people:write");
  if (ctx.actor.kind !== "user") throw new NotSignedInError();
  const { days, ...person } = InvitePersonInput.parse(input);
  const createdById = ctx.actor.id;
  const token = newSecretToken();
  const createdAt = ctx.now();
  const expiresAt = new Date(createdAt.getTime() + days * DAY_MS);
  const linkId = await withTransaction(ctx, async (tctx) => {
    const { tx } = tctx;
    // Two invites to one mail at the same time: the later one waits and ends the earlier.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`invite ${person.email}`}, 0))`;
    if ((await tx.user.count({ where: { email: person.email } })) > 0) {
      throw new ConflictError("emailTaken", {}, "email");
    }
    await tx.accountLink.updateMany({
      where: { kind: "invite", email: person.email, usedAt: null, revokedAt: null },
      data: { revokedAt: createdAt },
    });
    const { id } = await tx.accountLink.create({
      data: {
        kind: "invite",
        tokenHash: hashSecretToken(token),
        ...person,
        createdById,
        createdBy: ctx.actor.name,
        createdAt,
        expiresAt,
      },
    });
    await appendEntry(tctx, {
      action: "user.invited",
      target: { kind: "account_link", id, label: person.name },
      details: { email: person.email, role: person.role, expiresAt: expiresAt.toISOString() },
    });
    return id;
  });
  const url = `${ctx.runtime.env.publicUrl}/invite/${token}`;
  const words = accountLinkMail({ kind: "invite", by: ctx.actor.name, url, expiresAt });
  const isMailed = await mailAccountLink(ctx, { to: [person.email], id: linkId, ...words });
  return { linkId, url, expiresAt, isMailed };
}
