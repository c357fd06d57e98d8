import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";
import { requireOwnUser } from "@/lib/people/require-own-user";
import { asksForSecondFactor } from "@/lib/people/second-factor-rule";
import type { SecondFactorState } from "@/lib/people/second-factor-schema";

/** What the caller's own second factor is like. */
export async function getSecondFactor(ctx: Context): Promise<SecondFactorState> {
  authorize(ctx, "account:write");
  const user = await requireOwnUser(ctx);
  const db = reader(ctx);
  return {
    onSince: user.totpConfirmedAt,
    recoveryCodesLeft: await db.recoveryCode.count({ where: { userId: user.id, usedAt: null } }),
    isRequired: await asksForSecondFactor(db, user.role),
    hasPassword: user.passwordHash !== null,
  };
}
