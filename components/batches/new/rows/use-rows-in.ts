"use client";

import {
  AS_GUESSED,
  NO_ROWS,
  pasteWith,
  SHOWN_TEXT_MAX,
} from "@/components/batches/new/rows/rows-source";
import type { RowsSource, SheetIds } from "@/components/batches/new/rows/rows-source";
import { findSheet } from "@/components/batches/new/rows/send-rows";
import { useReading } from "@/components/batches/new/rows/use-reading";
import type { Reading } from "@/components/batches/new/rows/use-reading";
import { ROWS_GONE } from "@/components/batches/new/rows/use-sheets";
import { SheetSource } from "@/lib/sheets/schema";
import type { ReadChoice, Serial } from "@/lib/sheets/schema";

const PATIENCE_MS = 400;

type TextWay = "paste" | "lines";

/** The rows of the form, whichever way they come in; the server keeps them as a sheet. */
export function useRowsIn() {
  const reading = useReading();
  const { source, sheets, held, asking } = reading;
  const { way } = source;
  const { sheet, isReading, problem } = sheets.of(way);
  return {
    source,
    /** The kept sheets, to find them again after a reload. */
    sheetIds: sheets.ids,
    /** While others are read, still the sheet of the ones before. */
    sheet,
    isReading,
    problem,
    /** Whether the text is too long for its field, so that only its rows are told. */
    isLong:
      (way === "paste" || way === "lines") &&
      source[way].text === "" &&
      (held.current.has(way) || sheet !== null),
    /** Whether the text or file is still at hand to be read another way. */
    isAtHand: way !== "serial" && asking(way, source) !== null,
    /** Null where nothing was chosen that could be taken back. */
    guessAgain: guessAgainOf(reading),
    /** Says why rows cannot be taken that are not even sent. */
    refuse: (of: SheetSource, reason: string) => sheets.drop(of, { reason, values: {} }),
    ...takersOf(reading),
    ...keepersOf(reading),
  };
}

export type RowsInState = ReturnType<typeof useRowsIn>;

/** Takes back every choice about the text or file, for one of them may be why it cannot be read. */
function guessAgainOf({ source, asking, read }: Reading): (() => void) | null {
  const { way } = source;
  if (way !== "paste" && way !== "file") return null;
  const part = source[way];
  const hasChosen = Object.values(part?.choice ?? AS_GUESSED).some((chosen) => chosen !== null);
  if (!part || !hasChosen || asking(way, source) === null) return null;
  return () => read(way, { ...source, [way]: { ...part, choice: AS_GUESSED } });
}

/** How rows get in. */
function takersOf({ source, setSource, held, sheets, read }: Reading) {
  /** A text as it is typed or pasted. */
  function write(of: TextWay, text: string) {
    const isLong = text.length > SHOWN_TEXT_MAX;
    if (isLong) held.current.set(of, new Blob([text]));
    else held.current.delete(of);
    const shown = isLong ? "" : text;
    const changed =
      of === "paste" ? { paste: pasteWith(source.paste, shown) } : { lines: { text: shown } };
    read(of, { ...source, ...changed }, isLong ? 0 : PATIENCE_MS);
  }

  function takeFile(file: File) {
    held.current.set("file", file);
    const { name, size } = file;
    read("file", { ...source, file: { name, size, choice: AS_GUESSED } });
  }

  /** What a text or file was taken for, put right: it is read again. */
  function choose(of: "paste" | "file", choice: Partial<ReadChoice>) {
    const part = source[of];
    if (!part) return;
    const changed = { ...part, choice: { ...part.choice, ...choice } };
    read(of, { ...source, [of]: changed });
  }

  function changeWay(next: SheetSource) {
    const { sheet, isReading } = sheets.of(next);
    if (next === "serial" && !sheet && !isReading) read(next, { ...source, way: next });
    else setSource({ ...source, way: next });
  }

  const changeSerial = (serial: Serial) => read("serial", { ...source, serial }, PATIENCE_MS);
  return { write, takeFile, choose, changeWay, changeSerial };
}

/** How rows that were brought before are found again. */
function keepersOf({ source, setSource, held, sheets, asking, read, readBack }: Reading) {
  const { way } = source;
  const { sheet } = sheets.of(way);

  /** What a person had said before, with the sheets that are kept of it. */
  function restore(said: RowsSource, ids: SheetIds) {
    held.current.clear();
    setSource(said);
    for (const of of SheetSource.options) {
      const knownId = ids[of];
      const ask = of === "serial" && of !== said.way ? null : asking(of, said);
      if (knownId) readBack(of, knownId, ask);
      else if (ask) void sheets.read(of, ask);
      else sheets.drop(of);
    }
  }

  /** Once more, after the connection was down. */
  function retry() {
    const knownId = sheets.ids[way];
    if (knownId && !sheet) readBack(way, knownId, asking(way, source));
    else read(way, source);
  }

  /** Asks for the sheet anew after a cell of it was mended, here or in another tab. */
  async function renew() {
    if (!sheet) return;
    const answer = await findSheet(sheet.id, new AbortController().signal).catch(() => null);
    if (answer?.ok) sheets.renew(way, answer.data);
    else if (answer?.error.code === "not_found") {
      sheets.drop(way, ROWS_GONE);
    }
  }

  return { restore, retry, renew, clear: () => restore(NO_ROWS, {}) };
}
