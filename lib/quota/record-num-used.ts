import type { TransactionContext } from "@/lib/db/transaction";

/** Keeps what WeChat last said it has counted (header Num-Used, section 2.2). */
export async function recordNumUsed(
  ctx: TransactionContext,
  miniProgramId: string,
  numUsed: number,
): Promise<void> {
  await ctx.tx.quotaCounter.update({
    where: { miniProgramId },
    data: { numUsed, numUsedAt: ctx.now() },
  });
}
