"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { postJson } from "@/components/batches/new/post-json";
import type { RowsInRequest } from "@/components/batches/new/rows-in-request";
import { NO_ROWS, requestOf, withEdits } from "@/components/batches/new/rows-source";
import type { RowsSource } from "@/components/batches/new/rows-source";
import { useDebounced } from "@/components/codes/mint/use-debounced";
import type { Delimiter, RowsIn, RowTable } from "@/lib/batches/schema";
import type { ActionResult } from "@/lib/web/define-action";
import type { PublicError } from "@/lib/web/public-error";

const PATIENCE_MS = 400;
const KEPT_MS = 10_000;

/** A table the form works with; another revision is another content. */
export interface RowsTable extends RowTable {
  revision: string;
  /** Pasted rows only: what they were taken for. */
  guessed: { delimiter: Delimiter; hasHeader: boolean } | null;
}

interface Asked {
  revision: number;
  request: RowsInRequest | null;
}

type ParsedTable = RowTable & { delimiter?: Delimiter; hasHeader?: boolean };

/**
 * What is typed about the rows, and the table the server makes of it. Texts are long, so answers are
 * kept under a number that counts the changes, not under the text.
 */
export function useRowsIn() {
  const [source, setSource] = useState<RowsSource>(NO_ROWS);
  const [asked, setAsked] = useState<Asked>({ revision: 0, request: null });
  const settled = useDebounced(asked, PATIENCE_MS);
  const { data, isError, isPlaceholderData } = useQuery({
    queryKey: ["batch-rows-in", settled.revision],
    queryFn: async ({ signal }) => ({
      revision: settled.revision,
      way: settled.request?.source,
      answer: await postJson<RowsIn<ParsedTable>>("/api/batches/parse", settled.request, signal),
    }),
    enabled: settled.request !== null,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: KEPT_MS,
  });
  // A table that came another way says nothing about this one.
  const answer = data?.way === source.way ? data.answer : undefined;
  const parsed = answer?.ok && answer.data.ok ? answer.data.table : null;
  const revision = data?.revision ?? 0;
  const table = useMemo(
    () => parsed && tableOf(parsed, String(revision), source.edits),
    [parsed, revision, source.edits],
  );

  /** Other text makes the mended cells of the old one meaningless, unless it brings its own. */
  function change(changes: Partial<RowsSource>) {
    const next = { ...source, edits: [], ...changes };
    setSource(next);
    setAsked({ revision: asked.revision + 1, request: requestOf(next) });
  }

  function mend(row: number, column: number, text: string) {
    const others = source.edits.filter((edit) => edit.row !== row || edit.column !== column);
    setSource({ ...source, edits: [...others, { row, column, text }] });
  }

  const isReading =
    asked.request !== null &&
    (asked !== settled || isPlaceholderData || (data === undefined && !isError));
  return {
    source,
    change,
    mend,
    /** While other text is read, still the table of the one before. */
    table: asked.request ? table : null,
    isReading,
    problem: asked.request && !isReading ? problemOf(answer, isError) : null,
  };
}

export type RowsInState = ReturnType<typeof useRowsIn>;

function tableOf(parsed: ParsedTable, revision: string, edits: RowsSource["edits"]): RowsTable {
  const { columns, rows, delimiter, hasHeader } = parsed;
  return {
    columns,
    rows: withEdits(rows, edits),
    revision: edits.length === 0 ? revision : `${revision} ${JSON.stringify(edits)}`,
    guessed: delimiter && hasHeader !== undefined ? { delimiter, hasHeader } : null,
  };
}

function problemOf(
  data: ActionResult<RowsIn<ParsedTable>> | undefined,
  isError: boolean,
): Pick<PublicError, "reason" | "values"> | null {
  if (isError) return { reason: "unreachable", values: {} };
  if (!data) return null;
  if (!data.ok) return data.error;
  return data.data.ok ? null : data.data.problem;
}
