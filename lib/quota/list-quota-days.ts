import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";
import { addDays, beijingDay, dayOf } from "@/lib/quota/beijing-day";
import { ListQuotaDaysInput } from "@/lib/quota/schema";
import type { QuotaDayRow } from "@/lib/quota/schema";

/** The last `days` days in Beijing, the oldest first and today last, none left out. */
export async function listQuotaDays(
  ctx: Context,
  input: ListQuotaDaysInput,
): Promise<QuotaDayRow[]> {
  authorize(ctx, "quota:read");
  const { miniProgramId, days } = ListQuotaDaysInput.parse(input);
  const today = beijingDay(ctx.now());
  const first = addDays(today, 1 - days);
  const found = await reader(ctx).quotaDay.findMany({
    where: { miniProgramId, day: { gte: new Date(first), lte: new Date(today) } },
    omit: { miniProgramId: true },
  });
  const known = new Map(found.map(({ day, ...counts }) => [dayOf(day), counts]));
  const nothing = { aCalls: 0, bCalls: 0, cCalls: 0, limitedSpent: 0 };
  return Array.from({ length: days }, (_, index) => {
    const day = addDays(first, index);
    return { day, ...(known.get(day) ?? nothing) };
  });
}
