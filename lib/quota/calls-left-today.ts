import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";
import { beijingDay } from "@/lib/quota/beijing-day";

/** Calls of A that the daily limit leaves for today, in Beijing. */
export async function callsLeftToday(
  ctx: Context,
  { miniProgramId, dailyLimit }: { miniProgramId: string; dailyLimit: number },
): Promise<number> {
  const day = new Date(`${beijingDay(ctx.now())}T00:00:00Z`);
  const today = await reader(ctx).quotaDay.findUnique({
    where: { miniProgramId_day: { miniProgramId, day } },
  });
  return Math.max(0, dailyLimit - (today?.aCalls ?? 0));
}
