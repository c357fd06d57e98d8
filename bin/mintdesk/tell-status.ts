import type { Say } from "./say";

const STATUSES = [
  "queued",
  "sent",
  "minted",
  "refused",
  "unknown",
  "draft",
  "awaiting_approval",
  "running",
  "paused",
  "cancelled",
  "done",
  "preparing",
  "ready",
  "failed",
  "removed",
  "live",
  "ahead",
  "retired",
] as const;

/** A status in words; one that is newer than this program stays as it is. */
export function tellStatus(status: string, say: Say): string {
  const known = STATUSES.find((name) => name === status);
  return known ? say(known) : status;
}
