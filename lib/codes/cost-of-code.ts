import { isLimited } from "@/lib/codes/code-parameters";
import type { CodeParameters } from "@/lib/codes/code-parameters";
import { findLookAlike, quotaCostOf } from "@/lib/codes/price-quota";
import type { TransactionContext } from "@/lib/db/transaction";
import { lockCounter } from "@/lib/quota/lock-counter";

/** How many of the 100,000 minting these parameters would use, held until the commit. */
export async function costOfCode(
  ctx: TransactionContext,
  miniProgramId: string,
  parameters: CodeParameters,
): Promise<0 | 1> {
  if (!isLimited(parameters.kind)) return 0;
  const lookAlike = await findLookAlike(ctx.tx, miniProgramId, parameters);
  return quotaCostOf(parameters, lookAlike, await lockCounter(ctx, miniProgramId));
}
