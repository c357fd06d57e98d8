"use client";

import { useEffect, useRef, useState } from "react";
import type { SheetIds } from "@/components/batches/new/rows/rows-source";
import { SHEET_KEPT_DAYS, SheetSource } from "@/lib/sheets/schema";
import type { SheetView } from "@/lib/sheets/schema";
import type { ActionResult } from "@/lib/web/define-action";
import type { PublicError } from "@/lib/web/public-error";

export type RowsProblem = Pick<PublicError, "reason" | "values">;

interface KeptRows {
  /** While others are read in its place, still the one before. */
  sheet: SheetView | null;
  /** What the next rows take the place of, also where the last ones were refused. */
  lastId: string | null;
  /** Kept before a reload of the tab, and not read back yet. */
  knownId: string | null;
  isReading: boolean;
  problem: RowsProblem | null;
}

export type AskSheet = (signal: AbortSignal) => Promise<ActionResult<SheetView>>;

interface ReadOptions {
  /** Waits so long for another asking. */
  patienceMs?: number;
  /** The sheet that is read back, if it is still there. */
  knownId?: string;
}

const NOTHING: KeptRows = {
  sheet: null,
  lastId: null,
  knownId: null,
  isReading: false,
  problem: null,
};
/** The rows were removed, after their days or for others of the same form. */
export const ROWS_GONE: RowsProblem = { reason: "rowsGone", values: { days: SHEET_KEPT_DAYS } };
const UNREACHABLE: RowsProblem = { reason: "unreachable", values: {} };

/** The sheet of each way rows come in, and its reading: one at a time, the last one asked for. */
export function useSheets() {
  const [kept, setKept] = useState<Partial<Record<SheetSource, KeptRows>>>({});
  const running = useRef(new Map<SheetSource, AbortController>());
  useEffect(() => {
    const readings = running.current;
    return () => {
      for (const reading of readings.values()) reading.abort();
    };
  }, []);

  function put(way: SheetSource, changes: Partial<KeptRows>) {
    setKept((all) => ({ ...all, [way]: { ...(all[way] ?? NOTHING), ...changes } }));
  }

  function stop(way: SheetSource): AbortController {
    running.current.get(way)?.abort();
    const next = new AbortController();
    running.current.set(way, next);
    return next;
  }

  /** Takes the answer of `ask`, unless another one is asked for before it has come. */
  async function read(
    way: SheetSource,
    ask: AskSheet,
    { patienceMs = 0, knownId }: ReadOptions = {},
  ): Promise<void> {
    const { signal } = stop(way);
    const known = knownId ? { knownId, lastId: knownId } : { knownId: null };
    put(way, { isReading: true, problem: null, ...known });
    try {
      if (patienceMs > 0) await stillness(patienceMs);
      const answer = signal.aborted ? null : await ask(signal);
      if (!answer || signal.aborted) return;
      const read = { isReading: false, knownId: null };
      if (answer.ok) put(way, { ...read, sheet: answer.data, lastId: answer.data.id });
      else put(way, { ...read, sheet: null, problem: answer.error });
    } catch {
      if (!signal.aborted) put(way, { isReading: false, sheet: null, problem: UNREACHABLE });
    }
  }

  /** Nothing is asked: there are no rows, or `problem` says why they cannot be taken. */
  function drop(way: SheetSource, problem: RowsProblem | null = null): void {
    stop(way);
    put(way, { isReading: false, sheet: null, knownId: null, problem });
  }

  /** The same rows after a cell of them was mended. */
  function renew(way: SheetSource, sheet: SheetView): void {
    setKept((all) => {
      const now = all[way] ?? NOTHING;
      return now.sheet?.id === sheet.id ? { ...all, [way]: { ...now, sheet } } : all;
    });
  }

  const of = (way: SheetSource): KeptRows => kept[way] ?? NOTHING;
  return { of, read, drop, renew, ids: idsOf(kept) };
}

function idsOf(kept: Partial<Record<SheetSource, KeptRows>>): SheetIds {
  const ids: SheetIds = {};
  for (const way of SheetSource.options) {
    const id = kept[way]?.sheet?.id ?? kept[way]?.knownId;
    if (id) ids[way] = id;
  }
  return ids;
}

async function stillness(patienceMs: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, patienceMs);
  });
}
