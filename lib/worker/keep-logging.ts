import { logLinkEvents } from "@/lib/packs/log-link-events";
import { logRoomEvents } from "@/lib/rooms/log-room-events";
import type { Runtime } from "@/lib/runtime";
import { jobContext } from "@/lib/worker/job-context";
import { repeat } from "@/lib/worker/repeat";

const LOG_EVERY_MS = 1_000;

/** Every worker looks for what the gate wrote down about guests, so that the log knows it within a second or two. */
export function keepLogging(runtime: Runtime): { stop(): Promise<void> } {
  const links = repeat("log links", LOG_EVERY_MS, () =>
    logLinkEvents(jobContext(runtime, "packs.log-links")),
  );
  const rooms = repeat("log rooms", LOG_EVERY_MS, () =>
    logRoomEvents(jobContext(runtime, "rooms.log-events")),
  );
  return {
    async stop() {
      await Promise.all([links.stop(), rooms.stop()]);
    },
  };
}
