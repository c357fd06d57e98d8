import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { reader } from "@/lib/db/transaction";
import { dayOf } from "@/lib/quota/beijing-day";
import { FORECAST_DAYS, forecastFull } from "@/lib/quota/forecast-full";
import { highestLevel } from "@/lib/quota/levels";
import { listQuotaDays } from "@/lib/quota/list-quota-days";
import { QuotaOf } from "@/lib/quota/schema";
import type { QuotaOverview } from "@/lib/quota/schema";

/** Everything a screen says about one mini program's quota in one breath. */
export async function getQuotaOverview(ctx: Context, input: QuotaOf): Promise<QuotaOverview> {
  authorize(ctx, "quota:read");
  const { miniProgramId } = QuotaOf.parse(input);
  const counter = await reader(ctx).quotaCounter.findUnique({
    where: { miniProgramId },
    include: { miniProgram: { select: { name: true } } },
  });
  if (!counter) throw new NotFoundError("miniProgram");
  const { lifetimeLimit: limit, spent, reserved, external, dailyLimit } = counter;
  const days = await listQuotaDays(ctx, { miniProgramId, days: FORECAST_DAYS + 1 });
  const today = days.at(-1);
  if (!today) throw new Error("A list of days has no last one.");
  const left = limit - spent - reserved;
  const first = await reader(ctx).quotaDay.findFirst({
    where: { miniProgramId },
    orderBy: { day: "asc" },
  });
  const firstDay = first && dayOf(first.day);
  return {
    miniProgramId,
    miniProgramName: counter.miniProgram.name,
    lifetime: {
      limit,
      spent,
      reserved,
      left,
      external,
      level: highestLevel(spent + reserved, limit),
    },
    today: { ...today, dailyLimit, aCallsLeft: Math.max(0, dailyLimit - today.aCalls) },
    witness: { numUsed: counter.numUsed, numUsedAt: counter.numUsedAt },
    drift: { amount: counter.drift, since: counter.driftSince },
    settings: {
      dailyLimit,
      lookCounts: counter.lookCounts,
      approvalThreshold: counter.approvalThreshold,
      callsPerMinute: counter.callsPerMinute,
    },
    forecast: forecastFull({ today: today.day, firstDay, days, left }),
  };
}
