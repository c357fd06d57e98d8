import type { ServerResponse } from "node:http";

/** Long, for what lies in buffers on the way counts as not taken yet. */
const STALLED_MS = 2 * 60_000;

/** Ends an answer whose client takes nothing any more; a slow one may take hours. */
export function letGoWhenStalled(outgoing: ServerResponse, afterMs = STALLED_MS): void {
  outgoing.setTimeout(afterMs, () => outgoing.destroy());
}
