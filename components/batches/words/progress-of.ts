import type { BatchCounts } from "@/lib/batches/progress-schema";

export interface BatchProgress {
  /** Rows that are minted, if all goes well. */
  total: number;
  /** Of them: minted, refused or unknown. */
  ended: number;
  failed: number;
  waiting: number;
  skipped: number;
  /** Whole per cent; 100 only when all have ended. */
  percent: number;
}

/** How far a batch is. Rows left out when it was planned do not count. */
export function progressOf(counts: BatchCounts): BatchProgress {
  const failed = counts.refused + counts.unknown;
  const ended = counts.minted + failed;
  const waiting = counts.queued + counts.held + counts.sent;
  const total = ended + waiting;
  const percent = total === 0 ? 100 : Math.floor((ended / total) * 100);
  return { total, ended, failed, waiting, skipped: counts.repeats + counts.bad, percent };
}
