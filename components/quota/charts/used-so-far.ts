import { daysBetween } from "@/components/charts/scale";
import type { QuotaDayRow, QuotaOverview } from "@/lib/quota/schema";

/** How far ahead the chart looks at most: beyond it the past would be a sliver. */
const MOST_DAYS_AHEAD = 84;
const LEAST_DAYS_AHEAD = 28;

export interface UsedSoFar {
  /** Codes taken at the end of each day, counted back from today by what each day spent. */
  past: readonly { day: string; used: number }[];
  /** Where the line ends: how many days after today, and how much is taken by then; null without a forecast. */
  ahead: { days: number; used: number; isFull: boolean } | null;
  /** Days from the first to the right edge. */
  span: number;
}

export function usedSoFar(
  days: readonly QuotaDayRow[],
  { lifetime, forecast }: Pick<QuotaOverview, "lifetime" | "forecast">,
): UsedSoFar {
  const now = lifetime.spent + lifetime.reserved;
  let later = 0;
  const past = days
    .toReversed()
    .map(({ day, limitedSpent }) => {
      const used = Math.max(0, now - later);
      later += limitedSpent;
      return { day, used };
    })
    .toReversed();
  const today = days.at(-1)?.day;
  if (forecast.fullOn === null || today === undefined) {
    return { past, ahead: null, span: days.length - 1 };
  }
  const untilFull = daysBetween(today, forecast.fullOn);
  const isFull = untilFull <= MOST_DAYS_AHEAD;
  const daysAhead = isFull ? Math.max(untilFull, 1) : LEAST_DAYS_AHEAD;
  const used = isFull ? lifetime.limit : now + forecast.perDay * daysAhead;
  return { past, ahead: { days: daysAhead, used, isFull }, span: days.length - 1 + daysAhead };
}
