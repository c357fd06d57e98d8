import type { FinishedAttempt } from "@/lib/codes/finished-attempt";
import { settleAttempts } from "@/lib/codes/settle-attempts";
import type { Context } from "@/lib/core/context";

/** Writes the end of one attempt; `false` when it came too late to count. */
export async function settleAttempt(ctx: Context, attempt: FinishedAttempt): Promise<boolean> {
  const [settled] = await settleAttempts(ctx, [{ ctx, attempt }]);
  return settled?.isInTime ?? false;
}
