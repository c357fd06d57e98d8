import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { replaceRecoveryCodes } from "@/lib/people/recovery-codes";
import { requireOwnUser } from "@/lib/people/require-own-user";
import { requireSecondFactor } from "@/lib/people/require-second-factor";
import { SecondFactorCodeInput } from "@/lib/people/second-factor-schema";
import type { NewRecoveryCodes } from "@/lib/people/second-factor-schema";

/** Ten new recovery codes for the caller; those they had are worth nothing any more. */
export async function renewRecoveryCodes(
  ctx: Context,
  input: SecondFactorCodeInput,
): Promise<NewRecoveryCodes> {
  authorize(ctx, "account:write");
  const { code } = SecondFactorCodeInput.parse(input);
  const user = await requireOwnUser(ctx);
  return requireSecondFactor(ctx, user, code, async (tctx) => {
    const recoveryCodes = await replaceRecoveryCodes(tctx, user.id);
    await appendEntry(tctx, {
      action: "user.recovery_codes_made",
      target: { kind: "user", id: user.id, label: user.name },
      details: {},
    });
    return { recoveryCodes };
  });
}
