import { makeCheckpoint } from "@/lib/audit/make-checkpoint";
import type { Runtime } from "@/lib/runtime";
import { jobContext } from "@/lib/worker/job-context";
import { repeat } from "@/lib/worker/repeat";

const LOOK_EVERY_MS = 1_000;

/** Every worker looks whether the end of the log has to be signed, so that a busy minute is not left open for five. */
export function keepSealing(runtime: Runtime): { stop(): Promise<void> } {
  return repeat("seal", LOOK_EVERY_MS, () =>
    makeCheckpoint(jobContext(runtime, "audit.make-checkpoint")),
  );
}
