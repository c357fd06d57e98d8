import { randomUUID } from "node:crypto";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { DomainError, InvalidInputError } from "@/lib/core/errors";
import type { User } from "@/lib/db/generated/client";
import { withTransaction } from "@/lib/db/transaction";
import { asUser } from "@/lib/people/as-user";
import { hashPassword, verifyPassword } from "@/lib/people/hash-password";
import { openSession } from "@/lib/people/open-session";
import type { OpenedSession } from "@/lib/people/open-session";
import { recordRefusedSignIn } from "@/lib/people/record-refused-sign-in";
import { recordWrongSecondFactor } from "@/lib/people/record-wrong-second-factor";
import { SignInInput } from "@/lib/people/schema";
import { newDevice } from "@/lib/people/sign-in-device";
import { countCodeTry, countSignInTry } from "@/lib/people/sign-in-throttle";
import { takeSecondFactor } from "@/lib/people/take-second-factor";

let decoyHash: Promise<string> | undefined;

/**
 * Checks mail, password and, where one is on, the second factor, and opens a session. The answer for a wrong mail,
 * a wrong password and a disabled account is the same, and takes the same time; whether there is a second factor is
 * told only to those who know the password. `device` is for the browser to keep (`sign-in-device.ts`).
 * Throws `invalid_input` (reasons signInRefused, secondFactorNeeded, secondFactorWrong), `forbidden` (passwordsOff)
 * or `throttled`.
 */
export async function signIn(
  ctx: Context,
  input: SignInInput & { userAgent: string },
): Promise<OpenedSession & { device: string }> {
  const { email, password, code, device } = SignInInput.parse(input);
  const address = ctx.address ?? "unknown";
  const counted = await countSignInTry(ctx.runtime, email, address, device);
  const user = await findByPassword(ctx, email, password);
  if (!user) {
    await recordRefusedSignIn(ctx, email);
    throw new InvalidInputError("signInRefused");
  }
  await counted.forgive();
  if (ctx.runtime.env.oidc?.arePasswordsOn === false && user.role !== "admin") {
    throw new DomainError("forbidden", "passwordsOff");
  }
  const opened = user.totpConfirmedAt
    ? await signInWithCode(ctx, user, { code, device, userAgent: input.userAgent })
    : await withTransaction(asUser(ctx, user), (tctx) => openSession(tctx, user, input.userAgent));
  return { ...opened, device: newDevice(ctx.runtime, email) };
}

/** Whose password this is; the same work is done when it is nobody's. */
async function findByPassword(ctx: Context, email: string, password: string): Promise<User | null> {
  const user = await ctx.runtime.db.user.findUnique({ where: { email } });
  decoyHash ??= hashPassword(randomUUID());
  const matches = await verifyPassword(password, user?.passwordHash ?? (await decoyHash));
  return user?.passwordHash && matches && !user.disabledAt ? user : null;
}

async function signInWithCode(
  ctx: Context,
  user: User,
  input: { code: string; device: string; userAgent: string },
): Promise<OpenedSession> {
  if (input.code === "") throw new InvalidInputError("secondFactorNeeded", "code");
  const { runtime, address } = ctx;
  const counted = await countCodeTry(runtime, user.email, address ?? "unknown", input.device);
  const opened = await withTransaction(asUser(ctx, user), async (tctx) => {
    const taken = await takeSecondFactor(tctx, user, input.code);
    if (!taken) return null;
    const target = { kind: "user", id: user.id, label: user.name } as const;
    if (taken.by === "recoveryCode") {
      const { leftCount } = taken;
      await appendEntry(tctx, {
        action: "user.recovery_code_used",
        target,
        details: { leftCount },
      });
    }
    return openSession(tctx, user, input.userAgent);
  });
  if (opened) {
    await counted.forgive();
    return opened;
  }
  await recordWrongSecondFactor(ctx, user);
  throw new InvalidInputError("secondFactorWrong", "code");
}
