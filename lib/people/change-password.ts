import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { InvalidInputError, NotSignedInError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { hashPassword, verifyPassword } from "@/lib/people/hash-password";
import { ChangePasswordInput } from "@/lib/people/schema";
import { countSignInTry } from "@/lib/people/sign-in-throttle";

/** Changes the caller's own password and ends every session of theirs, this one too. */
export async function changePassword(ctx: Context, input: ChangePasswordInput): Promise<void> {
  authorize(ctx, "account:write");
  if (ctx.actor.kind !== "user") throw new NotSignedInError();
  const { currentPassword, newPassword } = ChangePasswordInput.parse(input);
  const user = await ctx.runtime.db.user.findUniqueOrThrow({ where: { id: ctx.actor.id } });
  await countSignInTry(ctx.runtime, user.email, ctx.address ?? "unknown");
  if (!(await verifyPassword(currentPassword, user.passwordHash ?? ""))) {
    throw new InvalidInputError("currentPasswordWrong", "currentPassword");
  }
  const passwordHash = await hashPassword(newPassword);
  await withTransaction(ctx, async (tctx) => {
    await tctx.tx.user.update({ where: { id: user.id }, data: { passwordHash } });
    const { count } = await tctx.tx.session.updateMany({
      where: { userId: user.id, endedAt: null },
      data: { endedAt: ctx.now() },
    });
    await appendEntry(tctx, {
      action: "user.password_changed",
      target: { kind: "user", id: user.id, label: user.name },
      details: { endedSessionCount: count },
    });
  });
}
