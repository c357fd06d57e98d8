"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { batchFormFor, toCheckInput } from "@/components/batches/new/batch-form-values";
import type { BatchFormValues } from "@/components/batches/new/batch-form-values";
import { postJson } from "@/components/batches/new/post-json";
import type { RowsTable } from "@/components/batches/new/use-rows-in";
import { useDebounced } from "@/components/codes/mint/use-debounced";
import type { BatchCheck } from "@/lib/batches/schema";

const PATIENCE_MS = 600;
const KEPT_MS = 10_000;

/** Neither the name nor the reason nor the tags change what comes of a row. */
const keyOf = ({
  name: _n,
  reason: _r,
  tags: _t,
  leaveOutBad: _l,
  pilot: _p,
  ...rest
}: BatchFormValues) => JSON.stringify(rest);

/**
 * The look at all rows before anything is made. Asked for once by hand; from then on it follows what
 * is changed. `table` is null while there is none or another one is being read; then the look waits.
 */
export function useRowCheck(
  values: BatchFormValues,
  table: RowsTable | null,
  isReadingRows: boolean,
) {
  const [isWanted, setWanted] = useState(false);
  const key = keyOf(values);
  const question = useMemo(() => {
    if (!table) return null;
    const rest = JSON.parse(key) as BatchFormValues;
    const asked = { ...rest, name: "—", reason: "—", tags: [] };
    if (!batchFormFor(table).safeParse(asked).success) return null;
    return { key: `${table.revision} ${key}`, table, asked };
  }, [key, table]);
  const settled = useDebounced(question, PATIENCE_MS);
  const { data, isError, isFetching, refetch } = useQuery({
    queryKey: ["batch-check", settled?.key],
    queryFn: async ({ signal }) => {
      if (!settled) return null;
      const input = toCheckInput(settled.asked, settled.table);
      const answer = await postJson<BatchCheck>("/api/batches/check", input, signal);
      return { for: settled, answer };
    },
    enabled: isWanted && settled !== null,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: KEPT_MS,
  });
  const isCurrent = question !== null && data?.for.key === question.key;

  /** Asks, or asks again: others may have minted in between. */
  function ask() {
    setWanted(true);
    if (isWanted) void refetch();
  }

  return {
    ask,
    isWanted,
    isChecking:
      isWanted && !isError && (isReadingRows || (question !== null && (isFetching || !isCurrent))),
    /** The last answer, for the table it was given for. */
    checked: data?.answer.ok ? { check: data.answer.data, table: data.for.table } : null,
    /** Whether it is the answer for the form as it stands. */
    isCurrent: isCurrent && !isFetching,
    problem: data && !data.answer.ok && isCurrent ? data.answer.error : null,
    hasFailed: isError,
  };
}

export type RowCheckState = ReturnType<typeof useRowCheck>;
