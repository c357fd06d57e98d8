const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/** A part that was healthy for this long starts its count of failures anew. */
export const HEALTHY_AGAIN_MS = 60_000;

/** Milliseconds to wait before the start that follows the n-th failure in a row (n from 1). */
export function nextDelay(failureCount: number): number {
  return Math.min(FIRST_MS * 2 ** (failureCount - 1), LONGEST_MS);
}
