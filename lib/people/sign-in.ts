import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { InvalidInputError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { hashPassword, verifyPassword } from "@/lib/people/hash-password";
import { SignInInput } from "@/lib/people/schema";
import { hashSessionToken, newSessionToken } from "@/lib/people/session-token";
import { countSignInTry, forgiveSignInTries } from "@/lib/people/sign-in-throttle";

/** How long a browser stays signed in, in milliseconds. */
export const SESSION_LIFE_MS = 12 * 60 * 60 * 1000;

let decoyHash: Promise<string> | undefined;

/**
 * Checks mail and password and opens a session; the answer for a wrong mail, a wrong
 * password and a disabled account is the same, and takes the same time.
 * Throws `invalid_input` (reason signInRefused) or `throttled`.
 */
export async function signIn(
  ctx: Context,
  input: SignInInput & { userAgent: string },
): Promise<{ sessionToken: string; userId: string; name: string; email: string }> {
  const { email, password } = SignInInput.parse(input);
  const address = ctx.address ?? "unknown";
  await countSignInTry(ctx.runtime, email, address);
  const user = await ctx.runtime.db.user.findUnique({ where: { email } });
  decoyHash ??= hashPassword("decoy");
  const matches = await verifyPassword(password, user?.passwordHash ?? (await decoyHash));
  if (!user || !matches || user.disabledAt) {
    await recordRefusal(ctx, email);
    throw new InvalidInputError("signInRefused");
  }
  await forgiveSignInTries(ctx.runtime, email, address);
  const sessionToken = newSessionToken();
  const signedIn: Context = {
    ...ctx,
    actor: { kind: "user", id: user.id, name: user.name, role: user.role },
  };
  await withTransaction(signedIn, async (tctx) => {
    await tctx.tx.session.create({
      data: {
        userId: user.id,
        tokenHash: hashSessionToken(sessionToken),
        address,
        userAgent: input.userAgent.slice(0, 300),
        createdAt: ctx.now(),
        lastSeenAt: ctx.now(),
        expiresAt: new Date(ctx.now().getTime() + SESSION_LIFE_MS),
      },
    });
    await appendEntry(tctx, {
      action: "user.signed_in",
      target: { kind: "user", id: user.id, label: user.name },
      details: {},
    });
  });
  return { sessionToken, userId: user.id, name: user.name, email: user.email };
}

async function recordRefusal(ctx: Context, email: string): Promise<void> {
  await withTransaction(ctx, (tctx) =>
    appendEntry(tctx, {
      action: "user.sign_in_failed",
      target: { kind: "user", id: null, label: email },
      details: { email },
    }),
  );
}
