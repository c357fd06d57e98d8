import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { ConflictError, InvalidInputError } from "@/lib/core/errors";
import { reader } from "@/lib/db/transaction";
import { clearSecondFactor } from "@/lib/people/clear-second-factor";
import { verifyPassword } from "@/lib/people/hash-password";
import { requireOwnUser } from "@/lib/people/require-own-user";
import { requireSecondFactor } from "@/lib/people/require-second-factor";
import { asksForSecondFactor } from "@/lib/people/second-factor-rule";
import { EndSecondFactorInput } from "@/lib/people/second-factor-schema";
import { countSignInTry } from "@/lib/people/sign-in-throttle";

/**
 * Turns the caller's own second factor off, which takes password and code: an open browser alone is not enough.
 * Throws ConflictError when the desk's rule asks them for one.
 */
export async function endSecondFactor(ctx: Context, input: EndSecondFactorInput): Promise<void> {
  authorize(ctx, "account:write");
  const { password, code } = EndSecondFactorInput.parse(input);
  const user = await requireOwnUser(ctx);
  if (await asksForSecondFactor(reader(ctx), user.role)) {
    throw new ConflictError("secondFactorRequired");
  }
  const counted = await countSignInTry(ctx.runtime, user.email, ctx.address ?? "unknown");
  if (!(await verifyPassword(password, user.passwordHash ?? ""))) {
    throw new InvalidInputError("currentPasswordWrong", "password");
  }
  await counted.forgive();
  await requireSecondFactor(ctx, user, code, (tctx) => clearSecondFactor(tctx, user));
}
