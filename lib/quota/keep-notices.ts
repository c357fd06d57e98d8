import { apiUrl } from "@/lib/core/api-url";
import type { TransactionContext } from "@/lib/db/transaction";
import { levelsForgotten, levelsReached } from "@/lib/quota/levels";
import { announce } from "@/lib/webhooks/announce";
import type { WebhookEvent } from "@/lib/webhooks/events-schema";

/**
 * Writes each level down when it is reached, tells of it, and has it mailed if there is a mail server; forgets those
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
  const added = await ctx.tx.quotaNotice.createManyAndReturn({
    data: reached.map((level) => ({ miniProgramId, level, reachedAt: ctx.now() })),
    skipDuplicates: true,
    select: { level: true },
  });
  if (added.length === 0) return;
  const url = apiUrl(ctx.runtime.env.publicUrl, `/mini-programs/${miniProgramId}/quota`);
  const figures = { miniProgramId, usedCount: used, limitCount: limit, url };
  const events = added.map(({ level }): WebhookEvent => ({
    type: "quota.level",
    data: { ...figures, level },
  }));
  await announce(ctx, events);
  if (ctx.runtime.env.SMTP_URL === undefined) return;
  await ctx.runtime.queue.enqueue(ctx.tx, "quota.mail-notices", { miniProgramId });
}
