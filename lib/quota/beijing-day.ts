const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** The day in Beijing at that moment, as in 2026-11-21. */
export function beijingDay(at: Date): string {
  return new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 10);
}

/** The moment a day begins in Beijing. */
export function startOfDay(day: string): Date {
  return new Date(Date.parse(day) - OFFSET_MS);
}

/** So many days later, or earlier for a negative count. */
export function addDays(day: string, count: number): string {
  return dayOf(new Date(Date.parse(day) + count * DAY_MS));
}

/** A column of type `date`, which Prisma gives as midnight in UTC. */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** A moment in Beijing time, as in 2026-11-21T21:40:00+08:00. */
export function beijingIso(at: Date): string {
  return `${new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
}
