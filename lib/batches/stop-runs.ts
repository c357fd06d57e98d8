import type { Runtime } from "@/lib/runtime";

const stopping = new WeakSet<Runtime>();

/** The process shuts down: runs finish what is under way and send nothing more. */
export function stopRuns(runtime: Runtime): void {
  stopping.add(runtime);
}

export function isStopping(runtime: Runtime): boolean {
  return stopping.has(runtime);
}
