"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { percentOf } from "@/components/packs/words/percent-of";
import type { PackDetail } from "@/lib/packs/pack-view";

const LOOK_EVERY_MS = 1_500;

/** The pack as it stands, looked at again by itself while it is prepared and the tab is in sight. */
export function usePack(given: PackDetail) {
  const { data, isError, refetch } = useQuery({
    queryKey: ["pack", given.id],
    queryFn: ({ signal }) => readPack(given.id, signal),
    initialData: given,
    staleTime: 0,
    refetchOnMount: false,
    refetchInterval: ({ state }) =>
      (state.data ?? given).status === "preparing" ? LOOK_EVERY_MS : false,
  });
  return { pack: data, isLost: isError, look: () => void refetch() };
}

/** While the pack is prepared the title of the tab begins with how far it is. */
export function useTabTitle({ status, doneCount, codeCount, name }: PackDetail): void {
  const percent = percentOf(doneCount, codeCount);
  const isPreparing = status === "preparing";
  useEffect(() => {
    if (!isPreparing) return;
    const before = document.title;
    document.title = `${percent}% · ${name}`;
    return () => {
      document.title = before;
    };
  }, [isPreparing, percent, name]);
}

async function readPack(packId: string, signal: AbortSignal): Promise<PackDetail> {
  const response = await fetch(`/api/packs/${packId}`, { signal });
  if (!response.ok) throw new Error(`the pack could not be read: ${response.status}`);
  return withDates((await response.json()) as PackDetail);
}

const moment = (at: Date | null) => at && new Date(at);

/** JSON brings moments as text. */
function withDates(pack: PackDetail): PackDetail {
  return {
    ...pack,
    createdAt: new Date(pack.createdAt),
    readyAt: moment(pack.readyAt),
    removeAt: moment(pack.removeAt),
    takes: pack.takes.map((taken) => ({
      ...taken,
      takenAt: new Date(taken.takenAt),
      completedAt: moment(taken.completedAt),
    })),
  };
}
