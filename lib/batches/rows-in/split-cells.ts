import type { Delimiter } from "@/lib/batches/schema";

export type SplitRecords =
  { ok: true; records: string[][] } | { ok: false; reason: "rowsQuoteOpen"; line: number };

/**
 * Text into records of cells: quoted cells may hold delimiters, line breaks and doubled quotes, as
 * spreadsheets copy them. A quote inside a plain cell is a character like any other.
 */
export function splitCells(text: string, delimiter: Delimiter, most = Infinity): SplitRecords {
  const records: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length && records.length < most) {
    const cell = readCell(text, at, delimiter);
    if (!cell) return { ok: false, reason: "rowsQuoteOpen", line };
    cells.push(cell.value);
    line += cell.lineBreaks;
    at = cell.end;
    if (text[at] === delimiter) {
      at += 1;
      if (at < text.length) continue;
      cells.push("");
    }
    records.push(cells);
    cells = [];
    line += 1;
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }
  return { ok: true, records };
}

interface ReadCell {
  value: string;
  /** Where the delimiter, the line break or the end is. */
  end: number;
  lineBreaks: number;
}

function readCell(text: string, start: number, delimiter: Delimiter): ReadCell | null {
  let at = start;
  let value = "";
  let lineBreaks = 0;
  if (text[at] === '"') {
    at += 1;
    for (;;) {
      const close = text.indexOf('"', at);
      if (close < 0) return null;
      value += text.slice(at, close);
      at = close + 1;
      if (text[at] !== '"') break;
      value += '"';
      at += 1;
    }
    lineBreaks = value.split("\n").length - 1;
  }
  // What follows a closing quote belongs to the cell all the same.
  const plainStart = at;
  while (at < text.length && !isCellEnd(text[at], delimiter)) at += 1;
  return { value: value + text.slice(plainStart, at), end: at, lineBreaks };
}

function isCellEnd(character: string | undefined, delimiter: Delimiter): boolean {
  return character === delimiter || character === "\n" || character === "\r";
}
