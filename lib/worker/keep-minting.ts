import { refuseCancelled } from "@/lib/batches/refuse-cancelled";
import { resumeStopped } from "@/lib/batches/resume-stopped";
import { wakeBatches } from "@/lib/batches/wake-batches";
import { sendUnattended } from "@/lib/codes/send-unattended";
import { settleLostAttempts } from "@/lib/codes/settle-lost-attempts";
import type { Runtime } from "@/lib/runtime";
import { jobContext } from "@/lib/worker/job-context";
import { repeat } from "@/lib/worker/repeat";

const SETTLE_EVERY_MS = 1_000;
const SEND_EVERY_MS = 1_000;
const WAKE_EVERY_MS = 2_000;
const CANCEL_EVERY_MS = 2_000;
const RESUME_EVERY_MS = 5_000;

/**
 * What every worker does all the time, however many there are, so that nothing waits for a job that may be
 * lost: settle what dead processes left, send what nobody attends to, refuse what a cancelled batch had under way, wake
 * batches whose job was lost, resume what a fault stopped.
 */
export function keepMinting(runtime: Runtime): { stop(): Promise<void> } {
  const loops = [
    repeat("settle", SETTLE_EVERY_MS, () =>
      settleLostAttempts(jobContext(runtime, "codes.settle-lost")),
    ),
    repeat("send", SEND_EVERY_MS, () => sendUnattended(jobContext(runtime, "codes.send"))),
    repeat("wake", WAKE_EVERY_MS, () => wakeBatches(jobContext(runtime, "batches.wake"))),
    repeat("cancel", CANCEL_EVERY_MS, () => refuseCancelled(jobContext(runtime, "batches.cancel"))),
    repeat("resume", RESUME_EVERY_MS, () => resumeStopped(jobContext(runtime, "batches.resume"))),
  ];
  return {
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}
