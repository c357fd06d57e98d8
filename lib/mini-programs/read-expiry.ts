/** Without a word of the server's, a token is asked for again after this long. */
export const UNSTATED_LIFE_SECONDS = 60;

/** Numbers from here on are points in time and not durations: a token never lives 30 years. */
const FIRST_TIMESTAMP_SECONDS = 1_000_000_000;
const FIRST_TIMESTAMP_MS = 1_000_000_000_000;

/**
 * Seconds of life left, out of what token servers write: seconds left, a Unix time in seconds or
 * milliseconds, or a date with its zone. Null when it is none of them or has passed.
 */
export function readExpiry(value: unknown, now: Date): number | null {
  const left = secondsLeft(value, now);
  return left !== null && Number.isFinite(left) && left > 0 ? Math.floor(left) : null;
}

function secondsLeft(value: unknown, now: Date): number | null {
  if (typeof value === "string" && !/^\d+(\.\d+)?$/.test(value.trim())) {
    return (Date.parse(value) - now.getTime()) / 1000;
  }
  if (typeof value !== "string" && typeof value !== "number") return null;
  const number = Number(value);
  if (number >= FIRST_TIMESTAMP_MS) return (number - now.getTime()) / 1000;
  if (number >= FIRST_TIMESTAMP_SECONDS) return number - now.getTime() / 1000;
  return number;
}
