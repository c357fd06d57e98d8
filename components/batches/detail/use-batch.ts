"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { progressOf } from "@/components/batches/words/progress-of";
import type { BatchDetail } from "@/lib/batches/progress-schema";

const LOOK_EVERY_MS = 2_000;
const LOOK_WAITING_EVERY_MS = 10_000;

/** How soon to look again: while something happens often, while a person is waited for now and then. */
function pauseBetweenLooks({ status, counts }: BatchDetail): number | false {
  if (status === "running" || counts.sent > 0) return LOOK_EVERY_MS;
  return status === "done" || status === "cancelled" ? false : LOOK_WAITING_EVERY_MS;
}

/** The batch as it stands, looked at again by itself while the tab is in sight. */
export function useBatch(given: BatchDetail) {
  const { data, isError, refetch } = useQuery({
    queryKey: ["batch", given.id],
    queryFn: ({ signal }) => readBatch(given.id, signal),
    initialData: given,
    staleTime: 0,
    refetchOnMount: false,
    refetchInterval: ({ state }) => pauseBetweenLooks(state.data ?? given),
  });
  return { batch: data, isLost: isError, look: () => void refetch() };
}

/** While the batch runs the title of the tab begins with how far it is. */
export function useTabTitle({ status, counts, name }: BatchDetail): void {
  const { percent } = progressOf(counts);
  const isRunning = status === "running";
  useEffect(() => {
    if (!isRunning) return;
    const before = document.title;
    document.title = `${percent}% · ${name}`;
    return () => {
      document.title = before;
    };
  }, [isRunning, percent, name]);
}

async function readBatch(batchId: string, signal: AbortSignal): Promise<BatchDetail> {
  const response = await fetch(`/api/batches/${batchId}`, { signal });
  if (!response.ok) throw new Error(`the batch could not be read: ${response.status}`);
  return withDates((await response.json()) as BatchDetail);
}

const moment = (at: Date | null) => at && new Date(at);

/** JSON brings moments as text. */
function withDates(batch: BatchDetail): BatchDetail {
  const { pause } = batch;
  return {
    ...batch,
    createdAt: new Date(batch.createdAt),
    startedAt: moment(batch.startedAt),
    finishedAt: moment(batch.finishedAt),
    estimatedEnd: moment(batch.estimatedEnd),
    pause: pause && { ...pause, at: new Date(pause.at) },
  };
}
