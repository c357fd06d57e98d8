import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { ResetPasswordInput } from "@/lib/people/account-link-schema";
import { endSessionsOf } from "@/lib/people/end-sessions-of";
import { findAccountLink } from "@/lib/people/find-account-link";
import { hashPassword } from "@/lib/people/hash-password";
import { requireStrongPassword } from "@/lib/people/require-strong-password";
import { hashSecretToken } from "@/lib/people/secret-token";
import { takeAccountLink } from "@/lib/people/take-account-link";

/**
 * Sets the password a link is for and ends every session of that person; a second factor stays as it is.
 * Throws DomainError accountLinkGone for a link that does not work, whatever the reason.
 */
export async function resetPassword(
  ctx: Context,
  input: ResetPasswordInput,
): Promise<{ email: string }> {
  const { token, password } = ResetPasswordInput.parse(input);
  const link = await findAccountLink(ctx, { token });
  if (link?.kind !== "reset") throw new DomainError("not_found", "accountLinkGone");
  await requireStrongPassword(password, "password", [link.name, link.email]);
  const passwordHash = await hashPassword(password);
  return withTransaction(ctx, async (tctx) => {
    const { userId } = await takeAccountLink(tctx, "reset", hashSecretToken(token));
    if (!userId) throw new DomainError("not_found", "accountLinkGone");
    const user = await tctx.tx.user.update({ where: { id: userId }, data: { passwordHash } });
    const endedSessionCount = await endSessionsOf(tctx, userId);
    const { id, name, role } = user;
    await appendEntry(
      { ...tctx, actor: { kind: "user", id, name, role } },
      {
        action: "user.password_reset",
        target: { kind: "user", id, label: name },
        details: { endedSessionCount },
      },
    );
    return { email: user.email };
  });
}
