const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Seconds to wait after the first failed attempt, after the second, …; about two days in all. */
const WAITS = [
  5,
  30,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  14 * HOUR,
] as const;
const LONGEST = 14 * HOUR;
/** So that messages that failed together do not all come back in one second. */
const JITTER = 0.2;

/**
 * In how many seconds to try again after so many failed attempts; null: not again. A receiver that says how long to
 * wait (`askedSeconds`) gets as much, within bounds.
 */
export function retryAfter(failedCount: number, askedSeconds: number | null): number | null {
  const wait = WAITS[failedCount - 1];
  if (wait === undefined) return null;
  const drawn = wait * (1 + Math.random() * JITTER);
  return Math.round(Math.min(Math.max(drawn, askedSeconds ?? 0), LONGEST * (1 + JITTER)));
}

/** What a Retry-After header asks for, in seconds; null when it says nothing of use. */
export function askedSeconds(header: string | undefined, now: Date): number | null {
  if (header === undefined) return null;
  if (/^\d{1,9}$/.test(header)) return Number(header);
  const until = Date.parse(header);
  return Number.isNaN(until) ? null : Math.max(0, Math.ceil((until - now.getTime()) / 1_000));
}
