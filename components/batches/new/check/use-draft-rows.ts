"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answerOf } from "@/components/batches/new/post-json";
import type { BatchCheck, DraftRowFilter, DraftRowPage } from "@/lib/batches/draft-schema";

export const PAGE_ROWS = 50;

interface PageOf {
  show: DraftRowFilter;
  /** Rows after this one. */
  after: number;
  /** An answer to an older form is not asked about anew: its rows may be gone. */
  isCurrent: boolean;
}

/** One page of what was found in the rows, read anew whenever a cell of them was mended. */
export function useDraftRows({ draftId, sheetRevision }: BatchCheck, page: PageOf) {
  const { show, after, isCurrent } = page;
  return useQuery({
    queryKey: ["draft-rows", draftId, sheetRevision, show, after],
    queryFn: ({ signal }) => readRows(draftId, { show, after }, signal),
    enabled: isCurrent,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}

async function readRows(
  draftId: string,
  { show, after }: Pick<PageOf, "show" | "after">,
  signal: AbortSignal,
): Promise<DraftRowPage> {
  const query = new URLSearchParams({ show, after: String(after), limit: String(PAGE_ROWS) });
  const response = await fetch(`/api/batches/drafts/${draftId}/rows?${query.toString()}`, {
    signal,
  });
  const answer = await answerOf<DraftRowPage>(response);
  if (!answer.ok) throw new Error(`the rows could not be read: ${answer.error.reason}`);
  return answer.data;
}
