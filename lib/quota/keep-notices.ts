import type { TransactionContext } from "@/lib/db/transaction";
import { levelsForgotten, levelsReached } from "@/lib/quota/levels";

/**
 * Writes each level down when it is reached, and has it mailed if there is a mail server; forgets those
 * that are left well behind, which only happens when less is used than before or the limit grew (`fell`).
 */
export async function keepNotices(
  ctx: TransactionContext,
  miniProgramId: string,
  { spent, reserved, limit }: { spent: number; reserved: number; limit: number },
  { fell }: { fell: boolean },
): Promise<void> {
  const used = spent + reserved;
  if (fell) {
    const level = { in: levelsForgotten(used, limit) };
    await ctx.tx.quotaNotice.deleteMany({ where: { miniProgramId, level } });
  }
  const reached = levelsReached(used, limit);
  if (reached.length === 0) return;
  const { count } = await ctx.tx.quotaNotice.createMany({
    data: reached.map((level) => ({ miniProgramId, level, reachedAt: ctx.now() })),
    skipDuplicates: true,
  });
  if (count === 0 || ctx.runtime.env.SMTP_URL === undefined) return;
  await ctx.runtime.queue.enqueue(ctx.tx, "quota.mail-notices", { miniProgramId });
}
