"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { postJson } from "@/components/batches/new/post-json";
import { useDebounced } from "@/components/codes/mint/use-debounced";
import type { PreviewedRoom } from "@/components/rooms/preview/previewed-room";
import type { RoomSlice } from "@/lib/rooms/schema";

const PATIENCE_MS = 400;

/** What a guest would see of this slice now, asked when choosing pauses; null asks nothing. */
export function useRoomPreview(slice: RoomSlice | null) {
  const question = slice && JSON.stringify(slice);
  const settled = useDebounced(question, PATIENCE_MS);
  const { data, isError, isPlaceholderData, isFetchingNextPage, hasNextPage, fetchNextPage } =
    useInfiniteQuery({
      queryKey: ["room-preview", settled],
      queryFn: ({ pageParam, signal }) =>
        postJson<PreviewedRoom>(
          "/api/rooms/preview",
          { slice: JSON.parse(settled ?? "null"), cursor: pageParam ?? undefined },
          signal,
        ),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => (last.ok ? last.data.next : null),
      enabled: settled !== null,
      placeholderData: keepPreviousData,
      staleTime: 0,
    });
  const pages = data?.pages ?? [];
  const refused = pages.find((page) => !page.ok);
  return {
    entries: pages.flatMap((page) => (page.ok ? page.data.entries : [])),
    /** Null until it is known. */
    entryCount: pages[0]?.ok ? pages[0].data.entryCount : null,
    problem: refused && !refused.ok ? refused.error : null,
    isLost: isError,
    isCurrent: question === settled && !isPlaceholderData,
    isReadingOlder: isFetchingNextPage,
    readOlder: hasNextPage ? () => void fetchNextPage() : null,
  };
}
