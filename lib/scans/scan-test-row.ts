import type { ScanTestRow, ScanTestStatus } from "@/lib/scans/schema";

/** What of a test may be shown; its token only to whoever holds the phone. */
export const SCAN_TEST_COLUMNS = {
  id: true,
  startedById: true,
  startedBy: true,
  startedAt: true,
  expiresAt: true,
  seenAt: true,
  sceneValue: true,
  device: true,
  version: true,
} as const;

export function toScanTestRow(row: Omit<ScanTestRow, "status">, now: Date): ScanTestRow {
  return { ...row, status: statusOf(row, now) };
}

function statusOf(
  { seenAt, expiresAt }: Pick<ScanTestRow, "seenAt" | "expiresAt">,
  now: Date,
): ScanTestStatus {
  if (seenAt) return "seen";
  return expiresAt > now ? "open" : "over";
}
