import type { Context } from "@/lib/core/context";
import { ConflictError, InvalidInputError } from "@/lib/core/errors";
import type { User } from "@/lib/db/generated/client";
import { withTransaction } from "@/lib/db/transaction";
import type { TransactionContext } from "@/lib/db/transaction";
import { recordWrongSecondFactor } from "@/lib/people/record-wrong-second-factor";
import { countCodeTry } from "@/lib/people/sign-in-throttle";
import { takeSecondFactor } from "@/lib/people/take-second-factor";

/**
 * Does `work` in one transaction with taking the code, so that neither happens without the other. Throws
 * InvalidInputError for a wrong code, ConflictError when there is no second factor, `throttled` after ten tries.
 */
export async function requireSecondFactor<Result>(
  ctx: Context,
  user: User,
  code: string,
  work: (tctx: TransactionContext) => Promise<Result>,
): Promise<Result> {
  if (!user.totpConfirmedAt) throw new ConflictError("secondFactorNotOn");
  const counted = await countCodeTry(ctx.runtime, user.email, ctx.address ?? "unknown");
  const done = await withTransaction(ctx, async (tctx) =>
    (await takeSecondFactor(tctx, user, code)) ? { result: await work(tctx) } : null,
  );
  if (done) {
    await counted.forgive();
    return done.result;
  }
  await recordWrongSecondFactor(ctx, user);
  throw new InvalidInputError("secondFactorWrong", "code");
}
