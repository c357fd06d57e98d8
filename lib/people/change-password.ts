import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { ConflictError, InvalidInputError, NotSignedInError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { endSessionsOf } from "@/lib/people/end-sessions-of";
import { hashPassword, verifyPassword } from "@/lib/people/hash-password";
import { requireStrongPassword } from "@/lib/people/require-strong-password";
import { revokeResetLinks } from "@/lib/people/revoke-reset-links";
import { ChangePasswordInput } from "@/lib/people/schema";
import { countSignInTry } from "@/lib/people/sign-in-throttle";

/** Changes the caller's own password and ends every session of theirs, this one too. */
export async function changePassword(ctx: Context, input: ChangePasswordInput): Promise<void> {
  authorize(ctx, "account:write");
  if (ctx.actor.kind !== "user") throw new NotSignedInError();
  const { currentPassword, newPassword } = ChangePasswordInput.parse(input);
  const user = await ctx.runtime.db.user.findUniqueOrThrow({ where: { id: ctx.actor.id } });
  await countSignInTry(ctx.runtime, user.email, ctx.address ?? "unknown");
  if (user.passwordHash === null) throw new ConflictError("passwordNone");
  if (!(await verifyPassword(currentPassword, user.passwordHash))) {
    throw new InvalidInputError("currentPasswordWrong", "currentPassword");
  }
  await requireStrongPassword(newPassword, "newPassword", [user.name, user.email]);
  const passwordHash = await hashPassword(newPassword);
  await withTransaction(ctx, async (tctx) => {
    await tctx.tx.user.update({ where: { id: user.id }, data: { passwordHash } });
    await revokeResetLinks(tctx, { userId: user.id });
    const endedSessionCount = await endSessionsOf(tctx, user.id);
    await appendEntry(tctx, {
      action: "user.password_changed",
      target: { kind: "user", id: user.id, label: user.name },
      details: { endedSessionCount },
    });
  });
}
