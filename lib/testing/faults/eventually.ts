import { setTimeout as sleep } from "node:timers/promises";

const LOOK_AGAIN_MS = 200;

/** The promise of the fault matrix: from the end of a fault to the next call. */
export const RESUMES_WITHIN_MS = 15_000;

/** Waits until `look` gives something; throws what it was waiting for. */
export async function eventually<Seen>(
  what: string,
  look: () => Promise<Seen | null | false | undefined> | Seen | null | false | undefined,
  withinMs: number,
): Promise<Seen> {
  const deadline = performance.now() + withinMs;
  let lastError: unknown;
  while (performance.now() < deadline) {
    try {
      const seen = await look();
      if (seen) return seen;
    } catch (error) {
      // A database that is down for a moment is no answer.
      lastError = error;
    }
    await sleep(LOOK_AGAIN_MS);
  }
  throw new Error(`Not within ${withinMs / 1000} s: ${what}.`, { cause: lastError });
}
