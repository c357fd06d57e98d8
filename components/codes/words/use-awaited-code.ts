"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { readCode } from "@/components/codes/words/read-code";
import type { CodeDetail } from "@/lib/codes/schema";

const LOOK_EVERY_MS = 3_000;
/** Three minutes, not counting what the page lay hidden. */
const MOST_LOOKS = 60;

interface AwaitedCode {
  /** As it stands now. */
  code: CodeDetail | null;
  /** Looked long enough; the code itself goes on. */
  hasStopped: boolean;
}

/**
 * Looks after a code that is still to be sent or answered, as one that a pause holds back, and
 * tells once when it has come to an end. Does nothing for any other.
 */
export function useAwaitedCode(
  given: CodeDetail | null,
  onEnd: (code: CodeDetail) => void,
): AwaitedCode {
  const queries = useQueryClient();
  const id = given?.id ?? "";
  const isAwaited = given !== null && isUnderWay(given);
  // With the attempt, so that a later wait for the same code begins anew.
  const queryKey = ["awaited-code", id, given?.attemptCount];
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => readCode(id, signal),
    enabled: isAwaited,
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchInterval: ({ state }) => (looksAgain(state) ? LOOK_EVERY_MS : false),
    refetchOnWindowFocus: ({ state }) => looksAgain(state),
  });
  const ended = isAwaited && data && !isUnderWay(data) ? data : null;
  const tell = useEffectEvent(onEnd);
  useEffect(() => {
    if (ended) tell(ended);
  }, [ended]);
  const state = queries.getQueryState<CodeDetail>(queryKey);
  const hasStopped = isAwaited && ended === null && state !== undefined && !looksAgain(state);
  return { code: isAwaited && data ? data : given, hasStopped };
}

function isUnderWay({ status }: Pick<CodeDetail, "status">): boolean {
  return status === "queued" || status === "sent";
}

function looksAgain(state: {
  data: CodeDetail | undefined;
  dataUpdateCount: number;
  errorUpdateCount: number;
}): boolean {
  const hasEnded = state.data !== undefined && !isUnderWay(state.data);
  return !hasEnded && state.dataUpdateCount + state.errorUpdateCount < MOST_LOOKS;
}
