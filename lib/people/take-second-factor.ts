import type { TransactionContext } from "@/lib/db/transaction";
import type { User } from "@/lib/db/generated/client";
import { hashRecoveryCode } from "@/lib/people/recovery-codes";
import { totpStep } from "@/lib/people/totp";

const SIX_DIGITS = /^\d{6}$/;

/** By what somebody proved the second factor. */
export type TakenFactor = { by: "app" } | { by: "recoveryCode"; leftCount: number };

/**
 * Takes a code of the app, or a recovery code, for good: of several who bring the same one
 * the database lets a single one through. Null when it is wrong or was taken before.
 */
export async function takeSecondFactor(
  ctx: TransactionContext,
  user: User,
  code: string,
): Promise<TakenFactor | null> {
  const digits = code.replaceAll(/[\s-]/g, "");
  return SIX_DIGITS.test(digits)
    ? takeDigits(ctx, user, digits)
    : takeRecoveryCode(ctx, user, code);
}

async function takeDigits(
  ctx: TransactionContext,
  user: User,
  digits: string,
): Promise<TakenFactor | null> {
  const step = totpStep(ctx.runtime, user, digits, ctx.now());
  if (step === null) return null;
  const { count } = await ctx.tx.user.updateMany({
    where: {
      id: user.id,
      totpConfirmedAt: { not: null },
      totpCiphertext: user.totpCiphertext,
      OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }],
    },
    data: { totpLastStep: step },
  });
  return count === 1 ? { by: "app" } : null;
}

async function takeRecoveryCode(
  ctx: TransactionContext,
  user: User,
  code: string,
): Promise<TakenFactor | null> {
  const { count } = await ctx.tx.recoveryCode.updateMany({
    where: { userId: user.id, codeHash: hashRecoveryCode(code), usedAt: null },
    data: { usedAt: ctx.now() },
  });
  if (count === 0) return null;
  const leftCount = await ctx.tx.recoveryCode.count({ where: { userId: user.id, usedAt: null } });
  return { by: "recoveryCode", leftCount };
}
