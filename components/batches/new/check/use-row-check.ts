"use client";

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { batchFormFor, toCheckInput } from "@/components/batches/new/batch-form-values";
import type { BatchFormValues } from "@/components/batches/new/batch-form-values";
import { postJson } from "@/components/batches/new/post-json";
import type { RowsInState } from "@/components/batches/new/rows/use-rows-in";
import { useDebounced } from "@/components/codes/mint/use-debounced";
import type { BatchCheck } from "@/lib/batches/draft-schema";
import type { SheetView } from "@/lib/sheets/schema";

const PATIENCE_MS = 600;
/** More rows than these are only checked by hand: that takes seconds each time. */
const FOLLOWED_ROWS_MAX = 5_000;
const AS_SOON_AS_READ = "next";

/** What is decided at the start changes nothing about the rows. */
const keyOf = ({ leaveOutBad: _l, pilot: _p, ...rest }: BatchFormValues) => JSON.stringify(rest);

interface Question {
  key: string;
  values: BatchFormValues;
  sheet: SheetView;
}

/**
 * The look at all rows before anything is made. Asked for once by hand; from then on it follows what is
 * changed, unless the rows are many. While rows are being read the look waits.
 */
export function useRowCheck(values: BatchFormValues, { sheet, isReading }: RowsInState) {
  const client = useQueryClient();
  const [asked, setAsked] = useState<string | null>(null);
  const question = useQuestion(values, isReading ? null : sheet);
  if (asked === AS_SOON_AS_READ && question) setAsked(question.key);
  const settled = useDebounced(question, PATIENCE_MS);
  const queryKey = ["batch-check", settled?.key];
  const isWanted = asked !== null;
  const isFollowed = (one: Question | null) =>
    one !== null && isWanted && (one.key === asked || one.sheet.rowCount <= FOLLOWED_ROWS_MAX);
  const { data, isError, isFetching, refetch } = useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      if (!settled) return null;
      const input = toCheckInput(settled.values, settled.sheet.id);
      const answer = await postJson<BatchCheck>("/api/batches/check", input, signal);
      return { for: settled, answer };
    },
    enabled: isFollowed(settled),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    // The server keeps one draft of a sheet: an earlier answer speaks of one that is gone.
    gcTime: 0,
  });
  const isCurrent = question !== null && data?.for.key === question.key;

  /** Asks, or asks again: others may have minted in between. */
  function ask() {
    setAsked(question?.key ?? AS_SOON_AS_READ);
    if (isCurrent) void refetch();
  }

  /** What the server says after a cell was mended. */
  function renew(check: BatchCheck) {
    if (data) client.setQueryData(queryKey, { for: data.for, answer: { ok: true, data: check } });
  }

  const isAwaited = isReading ? asked === AS_SOON_AS_READ : isFollowed(question);
  return {
    ask,
    renew,
    isWanted,
    isChecking: isAwaited && !isError && (isFetching || !isCurrent),
    /** The last answer, with the columns of the rows it was given for. */
    checked: data?.answer.ok
      ? { check: data.answer.data, columns: data.for.sheet.columns, values: data.for.values }
      : null,
    /** Whether it is the answer for the form as it stands. */
    isCurrent: isCurrent && !isFetching,
    problem: data && !data.answer.ok && isCurrent ? data.answer.error : null,
    hasFailed: isError,
  };
}

export type RowCheckState = ReturnType<typeof useRowCheck>;

/** What would be asked about the form as it stands; null while it is not filled in. */
function useQuestion(values: BatchFormValues, sheet: SheetView | null): Question | null {
  const key = keyOf(values);
  return useMemo(() => {
    if (!sheet) return null;
    const rest = JSON.parse(key) as BatchFormValues;
    const filled = { ...rest, leaveOutBad: false, pilot: false };
    if (!batchFormFor(sheet.id).safeParse(filled).success) return null;
    return { key: `${sheet.id} ${key}`, values: filled, sheet };
  }, [key, sheet]);
}
