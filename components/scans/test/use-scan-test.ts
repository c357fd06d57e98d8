"use client";

import { useQuery } from "@tanstack/react-query";
import type { ScanTestDetail } from "@/lib/scans/schema";

const LOOK_EVERY_MS = 1_000;
/** What a report says of a scan comes a moment after it. */
const LOOK_AFTER_MS = 15_000;

/** A test as it stands, looked at each second until it is over; null while none is under way. */
export function useScanTest(testId: string | null) {
  const { data, isError } = useQuery({
    queryKey: ["scan-test", testId],
    queryFn: ({ signal }) => readTest(testId ?? "", signal),
    enabled: testId !== null,
    staleTime: 0,
    gcTime: 0,
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? LOOK_EVERY_MS : false),
  });
  return { test: testId === null ? null : (data ?? null), isLost: isError };
}

function isUnderWay(test: ScanTestDetail | undefined): boolean {
  if (!test || test.status === "open") return true;
  if (test.seenAt === null || test.sceneValue !== null) return false;
  return Date.now() - test.seenAt.getTime() < LOOK_AFTER_MS;
}

async function readTest(testId: string, signal: AbortSignal): Promise<ScanTestDetail> {
  const response = await fetch(`/api/scans/tests/${testId}`, { signal });
  if (!response.ok) throw new Error(`the test could not be read: ${response.status}`);
  const test = (await response.json()) as ScanTestDetail;
  // JSON brings moments as text.
  return {
    ...test,
    startedAt: new Date(test.startedAt),
    expiresAt: new Date(test.expiresAt),
    seenAt: test.seenAt && new Date(test.seenAt),
  };
}
