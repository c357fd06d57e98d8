"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDebounced } from "@/components/codes/mint/use-debounced";
import type { FoundCode } from "@/components/palette/found-code";

const PATIENCE_MS = 250;

async function searchCodes(text: string, signal: AbortSignal): Promise<FoundCode[]> {
  const response = await fetch(`/api/codes/search?q=${encodeURIComponent(text)}`, { signal });
  if (!response.ok) throw new Error(`the codes could not be searched: ${response.status}`);
  return response.json() as Promise<FoundCode[]>;
}

export interface CodeSearch {
  is: "idle" | "searching" | "found" | "failed";
  codes: readonly FoundCode[];
  retry: () => void;
}

/** The codes that meet a text, asked for when typing pauses. */
export function useCodeSearch(text: string): CodeSearch {
  const wanted = text.trim();
  const settled = useDebounced(wanted, PATIENCE_MS);
  const { data, isError, isFetching, isPlaceholderData, refetch } = useQuery({
    queryKey: ["code-search", settled],
    queryFn: ({ signal }) => searchCodes(settled, signal),
    enabled: settled !== "" && wanted !== "",
    placeholderData: keepPreviousData,
  });
  const retry = () => void refetch();
  if (wanted === "") return { is: "idle", codes: [], retry };
  if (wanted === settled && data && !isPlaceholderData) return { is: "found", codes: data, retry };
  if (wanted === settled && isError && !isFetching) return { is: "failed", codes: [], retry };
  // Until the answer is there, Enter must not open what no longer meets the text.
  const still = data?.filter((code) => meets(code, wanted)) ?? [];
  return { is: "searching", codes: still, retry };
}

function meets({ label, target, scene }: FoundCode, text: string): boolean {
  const carried = `${label} ${target} ${scene ?? ""}`.toLowerCase();
  const words = text.toLowerCase().split(/\s+/);
  return words.every((word) => carried.includes(word));
}
