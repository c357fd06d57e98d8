import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { ConflictError, InvalidInputError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { replaceRecoveryCodes } from "@/lib/people/recovery-codes";
import { requireOwnUser } from "@/lib/people/require-own-user";
import { SecondFactorCodeInput } from "@/lib/people/second-factor-schema";
import type { NewRecoveryCodes } from "@/lib/people/second-factor-schema";
import { totpStep } from "@/lib/people/totp";

/**
 * The first code of the app turns the second factor on; gives the recovery codes, which are told nowhere else.
 * That code is used up with it. Throws InvalidInputError for a wrong one, ConflictError when nothing was begun.
 */
export async function confirmSecondFactor(
  ctx: Context,
  input: SecondFactorCodeInput,
): Promise<NewRecoveryCodes> {
  authorize(ctx, "account:write");
  const { code } = SecondFactorCodeInput.parse(input);
  const user = await requireOwnUser(ctx);
  if (user.totpConfirmedAt) throw new ConflictError("secondFactorAlreadyOn");
  if (!user.totpCiphertext) throw new ConflictError("secondFactorNotBegun");
  const step = totpStep(ctx.runtime, user, code.replaceAll(/[\s-]/g, ""), ctx.now());
  if (step === null) throw new InvalidInputError("secondFactorWrong", "code");
  const { totpCiphertext } = user;
  return withTransaction(ctx, async (tctx) => {
    const { count } = await tctx.tx.user.updateMany({
      where: { id: user.id, totpConfirmedAt: null, totpCiphertext },
      data: { totpConfirmedAt: ctx.now(), totpLastStep: step },
    });
    if (count === 0) throw new ConflictError("secondFactorNotBegun");
    const recoveryCodes = await replaceRecoveryCodes(tctx, user.id);
    await appendEntry(tctx, {
      action: "user.second_factor_on",
      target: { kind: "user", id: user.id, label: user.name },
      details: {},
    });
    return { recoveryCodes };
  });
}
