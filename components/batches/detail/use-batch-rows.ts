"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { BatchDetail, BatchRowState } from "@/lib/batches/progress-schema";
import type { BatchRowFilter } from "@/lib/batches/schema";

interface RowsPage {
  rows: BatchRowState[];
  next: string | null;
}

const LOOK_EVERY_MS = 4_000;

/** One page of a batch's rows, read again while the batch runs and the tab is in sight. */
export function useBatchRows(
  { id, status, counts }: BatchDetail,
  show: BatchRowFilter,
  cursor: string | null,
) {
  const isMoving = status === "running" || counts.sent > 0;
  return useQuery({
    // When it comes to rest the page is read once more.
    queryKey: ["batch-rows", id, show, cursor, isMoving ? "moving" : status],
    queryFn: ({ signal }) => readRows(id, show, cursor, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: isMoving ? LOOK_EVERY_MS : false,
  });
}

async function readRows(
  batchId: string,
  show: BatchRowFilter,
  cursor: string | null,
  signal: AbortSignal,
): Promise<RowsPage> {
  const query = new URLSearchParams({ show, ...(cursor && { cursor }) });
  const response = await fetch(`/api/batches/${batchId}/rows?${query.toString()}`, { signal });
  if (!response.ok) throw new Error(`the rows could not be read: ${response.status}`);
  const page = (await response.json()) as RowsPage;
  return { ...page, rows: page.rows.map(withDates) };
}

const moment = (at: Date | null) => at && new Date(at);

/** JSON brings moments as text. */
function withDates(row: BatchRowState): BatchRowState {
  return { ...row, mintedAt: moment(row.mintedAt), heldUntil: moment(row.heldUntil) };
}
