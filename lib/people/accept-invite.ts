import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { translateConstraint } from "@/lib/db/constraint-errors";
import { withTransaction } from "@/lib/db/transaction";
import { AcceptInviteInput } from "@/lib/people/account-link-schema";
import { findAccountLink } from "@/lib/people/find-account-link";
import { hashPassword } from "@/lib/people/hash-password";
import { requireStrongPassword } from "@/lib/people/require-strong-password";
import { hashSecretToken } from "@/lib/people/secret-token";
import { takeAccountLink } from "@/lib/people/take-account-link";

/**
 * Makes the account an invite is for; of two at once, one does. The person then signs in as everybody.
 * Throws DomainError accountLinkGone for a link that does not work, whatever the reason.
 */
export async function acceptInvite(
  ctx: Context,
  input: AcceptInviteInput,
): Promise<{ userId: string; email: string }> {
  const { token, name, password } = AcceptInviteInput.parse(input);
  const link = await findAccountLink(ctx, { token });
  if (link?.kind !== "invite") throw new DomainError("not_found", "accountLinkGone");
  const { email, role } = link;
  await requireStrongPassword(password, "password", [name, email]);
  const passwordHash = await hashPassword(password);
  return translateConstraint({ users_email_key: "inviteEmailTaken" }, () =>
    withTransaction(ctx, async (tctx) => {
      const { id: linkId } = await takeAccountLink(tctx, "invite", hashSecretToken(token));
      const user = await tctx.tx.user.create({ data: { email, name, role, passwordHash } });
      await tctx.tx.accountLink.update({ where: { id: linkId }, data: { userId: user.id } });
      const joined = { ...tctx, actor: { kind: "user", id: user.id, name, role } as const };
      await appendEntry(joined, {
        action: "user.joined",
        target: { kind: "user", id: user.id, label: name },
        details: { role, by: "invite" },
      });
      return { userId: user.id, email };
    }),
  );
}
