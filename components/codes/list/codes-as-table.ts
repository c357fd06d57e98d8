import { FORMULA_START } from "@/lib/core/csv-row";
import type { CodeRow } from "@/lib/codes/list-codes";

export const COPIED_COLUMNS = [
  "label",
  "serial",
  "kind",
  "target",
  "scene",
  "status",
  "address",
] as const;
export type CopiedColumn = (typeof COPIED_COLUMNS)[number];

export interface CopiedWords {
  column: (column: CopiedColumn) => string;
  kind: (kind: CodeRow["kind"]) => string;
  status: (status: CodeRow["status"]) => string;
}

/** Codes as lines of cells between tabs, which every spreadsheet takes from the clipboard. */
export function codesAsTable(
  codes: readonly CodeRow[],
  words: CopiedWords,
  origin: string,
): string {
  const rows = codes.map((code): Record<CopiedColumn, string> => ({
    label: code.label,
    serial: code.serial,
    kind: words.kind(code.kind),
    target: code.target,
    scene: code.scene ?? "",
    status: words.status(code.status),
    address: `${origin}/codes/${code.id}`,
  }));
  return [
    COPIED_COLUMNS.map(words.column),
    ...rows.map((row) => COPIED_COLUMNS.map((column) => pastable(row[column]))),
  ]
    .map((cells) => cells.join("\t"))
    .join("\n");
}

/** One cell stays one cell, and text that begins like a formula stays text. */
function pastable(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, " ");
  return FORMULA_START.test(line) ? `'${line}` : line;
}
