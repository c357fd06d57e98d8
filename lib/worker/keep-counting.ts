import type { Runtime } from "@/lib/runtime";
import { countHeardScans } from "@/lib/scans/count-heard-scans";
import { jobContext } from "@/lib/worker/job-context";
import { repeat } from "@/lib/worker/repeat";

const COUNT_EVERY_MS = 1_000;

/** Every worker looks for scans the gate heard, so that the figures and a test with a phone follow within a second. */
export function keepCounting(runtime: Runtime): { stop(): Promise<void> } {
  return repeat("count", COUNT_EVERY_MS, () => countHeardScans(jobContext(runtime, "scans.count")));
}
