import { addDays } from "@/lib/quota/beijing-day";
import type { Forecast } from "@/lib/quota/schema";

export const FORECAST_DAYS = 28;
const CENTURY_DAYS = 36_525;

export interface SpendingSoFar {
  today: string;
  /** The first day anything is known of; null for none. */
  firstDay: string | null;
  /** Days without spending may be left out. */
  days: readonly { day: string; limitedSpent: number }[];
  left: number;
}

/**
 * Goes on from the mean of the last 28 whole days, or of as many as there are; today, not being whole, counts only
 * when it is the first. What is left is taken to be used from tomorrow on.
 */
export function forecastFull({ today, firstDay, days, left }: SpendingSoFar): Forecast {
  const isFirst = firstDay === null || firstDay >= today;
  const last = isFirst ? today : addDays(today, -1);
  const earliest = addDays(today, -FORECAST_DAYS);
  const first = isFirst ? today : firstDay > earliest ? firstDay : earliest;
  const windowDays = daysBetween(first, last) + 1;
  const spent = days
    .filter(({ day }) => day >= first && day <= last)
    .reduce((sum, { limitedSpent }) => sum + limitedSpent, 0);
  const pace = { perDay: spent / windowDays, windowDays };
  if (left <= 0) return { ...pace, fullOn: null, why: "alreadyFull" };
  if (spent === 0) return { ...pace, fullOn: null, why: "noSpending" };
  // In whole numbers: left / (spent / windowDays) would round.
  const daysLeft = Math.ceil((left * windowDays) / spent);
  if (daysLeft > CENTURY_DAYS) return { ...pace, fullOn: null, why: "overACentury" };
  return { ...pace, fullOn: addDays(today, daysLeft), why: null };
}

function daysBetween(first: string, last: string): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);
}
