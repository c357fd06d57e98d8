"use client";

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import type { RequestList, SandboxView } from "@/lib/sandbox-control/row-schema";
import type { PublicError } from "@/lib/web/public-error";

/** Only while the tab is visible; a hidden one asks again as soon as it is seen. */
const EVERY_MS = 2_000;
const VIEW_KEY = ["sandbox-view"];
const LOG_KEY = "sandbox-log";
const NOT_SIGNED_IN = "not_signed_in";

/** An answer that says why there is none. */
class SandboxProblem extends Error {
  constructor(readonly problem: Pick<PublicError, "code" | "reason" | "values">) {
    super(problem.reason);
  }
}

async function ask<Answer>(path: string, signal: AbortSignal): Promise<Answer> {
  const response = await fetch(`/api/sandbox/${path}`, { signal });
  if (response.ok) return (await response.json()) as Answer;
  throw new SandboxProblem((await response.json()) as PublicError);
}

/** What stands in the way of fresh answers; null while they come. */
export type Trouble = { reason: string; isSignedOut: boolean } | null;

function troubleOf(error: Error | null): Trouble {
  if (!error) return null;
  if (!(error instanceof SandboxProblem)) return { reason: "unreachable", isSignedOut: false };
  const { code, reason } = error.problem;
  return { reason, isSignedOut: code === NOT_SIGNED_IN };
}

/** Faults, mini programs, settings and clock; `initial` is what the page came with. */
export function useSandboxView(initial: SandboxView | null) {
  const { data, error } = useQuery({
    queryKey: VIEW_KEY,
    queryFn: ({ signal }) => ask<SandboxView>("state", signal),
    initialData: initial ?? undefined,
    refetchInterval: EVERY_MS,
    staleTime: 0,
    retry: false,
  });
  return { view: data ?? null, trouble: troubleOf(error) };
}

export interface LogFilter {
  endpoint: string | null;
  errors: boolean;
}

/** The log of calls; held, it stays as it is until its filter changes. */
export function useSandboxLog(
  { endpoint, errors }: LogFilter,
  isHeld: boolean,
  initial: RequestList | null,
) {
  const query = new URLSearchParams();
  if (endpoint) query.set("endpoint", endpoint);
  if (errors) query.set("outcome", "errors");
  const isWhole = query.size === 0;
  const { data, isPlaceholderData } = useQuery({
    queryKey: [LOG_KEY, query.toString()],
    queryFn: ({ signal }) => ask<RequestList>(`requests?${query.toString()}`, signal),
    initialData: isWhole ? (initial ?? undefined) : undefined,
    placeholderData: keepPreviousData,
    refetchInterval: isHeld ? false : EVERY_MS,
    refetchOnWindowFocus: !isHeld,
    staleTime: 0,
    retry: false,
  });
  return { log: data ?? null, isReading: isPlaceholderData };
}

/** Drops the answer under way, which would still change a log that is now held. */
export function useStopReading(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.cancelQueries({ queryKey: [LOG_KEY] });
}

/** Shows at once what an action has changed. */
export function useFreshView(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: VIEW_KEY });
}
