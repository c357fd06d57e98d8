import type { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Waits, or returns at once when the caller is gone or hangs up, so that no timer outlives its caller.
 * A pending wait does not keep the process alive.
 */
export async function waitForCaller(
  outgoing: EventEmitter & { destroyed: boolean },
  ms: number,
): Promise<void> {
  if (ms <= 0 || outgoing.destroyed) return;
  const gone = new AbortController();
  const hangUp = () => gone.abort();
  outgoing.once("close", hangUp);
  try {
    await sleep(ms, undefined, { ref: false, signal: gone.signal });
  } catch (error) {
    if (!gone.signal.aborted) throw error;
  } finally {
    outgoing.off("close", hangUp);
  }
}
