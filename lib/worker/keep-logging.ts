import { logLinkEvents } from "@/lib/packs/log-link-events";
import type { Runtime } from "@/lib/runtime";
import { jobContext } from "@/lib/worker/job-context";
import { repeat } from "@/lib/worker/repeat";

const LOG_EVERY_MS = 1_000;

/** Every worker looks for what the gate wrote down about links, so that the log knows it within a second or two. */
export function keepLogging(runtime: Runtime): { stop(): Promise<void> } {
  return repeat("log links", LOG_EVERY_MS, () =>
    logLinkEvents(jobContext(runtime, "packs.log-links")),
  );
}
