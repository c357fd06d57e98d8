const HOUR_MS = 3_600_000;
const OFFSET_MS = 8 * HOUR_MS;

/** A moment as a person reads it in Beijing, as in 2026-11-21 21:40. */
export function beijingMinute(at: Date): string {
  return shifted(at).slice(0, 16).replace("T", " ");
}

/** The day of a moment in Beijing, as in 2026-11-21. */
export function beijingDayOf(at: Date): string {
  return shifted(at).slice(0, 10);
}

/** The moment a day, as in 2026-11-21, or an hour of it begins in Beijing. */
export function startOfBeijingDay(day: string, hour = 0): Date {
  return new Date(Date.parse(day) - OFFSET_MS + hour * HOUR_MS);
}

function shifted(at: Date): string {
  return new Date(at.getTime() + OFFSET_MS).toISOString();
}
