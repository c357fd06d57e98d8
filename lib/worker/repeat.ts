import { setTimeout as sleep } from "node:timers/promises";
import { log } from "@/lib/log";

/** Does something again and again, with a pause in between, until told to stop; `stop` waits for the last time. */
export function repeat(
  name: string,
  everyMs: number,
  work: () => Promise<void>,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        await work();
      } catch (error) {
        log.warn({ err: error, loop: name }, "a loop failed and is tried again");
      }
      await sleep(everyMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
