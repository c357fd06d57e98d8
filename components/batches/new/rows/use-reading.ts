"use client";

import { useRef, useState } from "react";
import { NO_ROWS } from "@/components/batches/new/rows/rows-source";
import type { RowsSource } from "@/components/batches/new/rows/rows-source";
import { findSheet, sendRows, serialBody } from "@/components/batches/new/rows/send-rows";
import { ROWS_GONE, useSheets } from "@/components/batches/new/rows/use-sheets";
import type { AskSheet } from "@/components/batches/new/rows/use-sheets";
import { SHEET_MAX_BYTES } from "@/lib/sheets/schema";
import type { SheetSource } from "@/lib/sheets/schema";

const MIB = 1024 * 1024;
const TOO_LARGE = { reason: "fileLarge", values: { most: SHEET_MAX_BYTES / MIB } };

/**
 * What is said about the rows, and its reading by the server. Files and long texts are held as handles,
 * so that they can be read again another way; a reload of the tab loses these, not the rows.
 */
export function useReading() {
  const [source, setSource] = useState<RowsSource>(NO_ROWS);
  const held = useRef(new Map<SheetSource, Blob>());
  const sheets = useSheets();

  /** How to have the rows of a way kept; null while there are none. */
  function asking(of: SheetSource, said: RowsSource): AskSheet | null {
    const replaces = sheets.of(of).lastId;
    if (of === "serial") {
      const body = serialBody(said.serial);
      return (signal) => sendRows({ source: of, body, replaces }, signal);
    }
    const body = held.current.get(of) ?? (of === "file" ? "" : said[of].text);
    if (typeof body === "string" && body.trim() === "") return null;
    const request = { source: of, body, replaces, ...choicesOf(of, said) };
    return (signal) => sendRows(request, signal);
  }

  function read(of: SheetSource, said: RowsSource, patienceMs = 0) {
    setSource(said);
    const ask = asking(of, said);
    const size = held.current.get(of)?.size ?? 0;
    if (!ask) sheets.drop(of);
    else if (size > SHEET_MAX_BYTES) sheets.drop(of, TOO_LARGE);
    else void sheets.read(of, ask, { patienceMs });
  }

  /** A sheet that was kept before; once it is gone its rows are sent again, where they still are. */
  function readBack(of: SheetSource, knownId: string, ask: AskSheet | null) {
    void sheets.read(of, (signal) => findOrAsk(knownId, ask, signal), { knownId });
  }

  return { source, setSource, held, sheets, asking, read, readBack };
}

export type Reading = ReturnType<typeof useReading>;

function choicesOf(of: "paste" | "lines" | "file", { paste, file }: RowsSource) {
  if (of === "paste") return { choice: paste.choice };
  return of === "file" && file ? { choice: file.choice, fileName: file.name } : {};
}

async function findOrAsk(sheetId: string, ask: AskSheet | null, signal: AbortSignal) {
  const found = await findSheet(sheetId, signal);
  if (found.ok || found.error.code !== "not_found") return found;
  if (ask) return ask(signal);
  return { ok: false as const, error: { ...found.error, ...ROWS_GONE } };
}
