import type { DeliveryRow } from "@/lib/webhooks/schema";

const SOON_MS = 30_000;
const LOOK_EVERY_MS = 2_000;
const LOOK_LATER_EVERY_MS = 15_000;

/** How soon the log is read again: often while a message is on its way, rarely while one waits for later. */
export function nextLookMs(
  rows: readonly Pick<DeliveryRow, "status" | "nextAttemptAt">[],
  now: Date,
): number | false {
  const waiting = rows.filter(({ status }) => status === "waiting");
  if (waiting.length === 0) return false;
  const isSoon = waiting.some(
    ({ nextAttemptAt }) =>
      nextAttemptAt === null || nextAttemptAt.getTime() - now.getTime() < SOON_MS,
  );
  return isSoon ? LOOK_EVERY_MS : LOOK_LATER_EVERY_MS;
}
