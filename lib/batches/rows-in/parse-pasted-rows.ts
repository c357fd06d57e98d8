import { guessHeader } from "@/lib/batches/rows-in/guess-header";
import { nameColumns } from "@/lib/batches/rows-in/name-columns";
import { splitCells } from "@/lib/batches/rows-in/split-cells";
import {
  BATCH_COLUMNS_MAX,
  BATCH_ROWS_MAX,
  CELL_MAX_LENGTH,
  Delimiter,
} from "@/lib/batches/schema";
import type { PastedTable, RowsIn, RowsInProblem } from "@/lib/batches/schema";

const GUESS_FROM_RECORDS = 20;
const BYTE_ORDER_MARK = /^\uFEFF/;

/** What a person has chosen in place of a guess. */
export interface PasteChoice {
  delimiter?: Delimiter;
  hasHeader?: boolean;
}

/**
 * Rows pasted from a sheet (tabs) or written by hand (commas, semicolons). Cells are the text that was
 * shown, without the space around it; empty rows are left out. Columns without a header are A, B, C.
 */
export function parsePastedRows(text: string, choice: PasteChoice = {}): RowsIn<PastedTable> {
  const plain = text.replace(BYTE_ORDER_MARK, "");
  const delimiter = choice.delimiter ?? guessDelimiter(plain);
  const split = splitCells(plain, delimiter);
  if (!split.ok) return refuse(split.reason, { line: split.line });
  const records = split.records
    .map((cells) => cells.map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ""));
  const hasHeader = choice.hasHeader ?? guessHeader(records);
  const rows = hasHeader ? records.slice(1) : records;
  const problem = problemOf(records, rows.length);
  if (problem) return { ok: false, problem };
  const width = Math.max(...chunkWidths(records));
  const columns = nameColumns(hasHeader ? (records[0] ?? []) : null, width);
  return { ok: true, table: { columns, rows, delimiter, hasHeader } };
}

/** The delimiter that cuts the first records into the most columns, the same number in each. */
function guessDelimiter(text: string): Delimiter {
  let best: Delimiter = ",";
  let bestWidth = 1;
  for (const delimiter of Delimiter.options) {
    const split = splitCells(text, delimiter, GUESS_FROM_RECORDS);
    const widths = split.ok
      ? split.records.filter((cells) => cells.join("") !== "").map((cells) => cells.length)
      : [];
    const narrowest = Math.min(...widths);
    const isEven = widths.every((width) => width === narrowest);
    const score = isEven ? narrowest : narrowest > 1 ? 1.5 : 1;
    if (widths.length > 0 && score > bestWidth) {
      best = delimiter;
      bestWidth = score;
    }
  }
  return best;
}

function problemOf(records: readonly string[][], rowCount: number): RowsInProblem | null {
  if (rowCount === 0) return { reason: "rowsMissing", values: {} };
  if (rowCount > BATCH_ROWS_MAX) return { reason: "rowsMany", values: { most: BATCH_ROWS_MAX } };
  for (const [index, cells] of records.entries()) {
    const line = index + 1;
    if (cells.length > BATCH_COLUMNS_MAX) {
      return { reason: "rowsColumnsMany", values: { line, most: BATCH_COLUMNS_MAX } };
    }
    if (cells.some((cell) => cell.length > CELL_MAX_LENGTH)) {
      return { reason: "rowsCellLong", values: { line, most: CELL_MAX_LENGTH } };
    }
  }
  return null;
}

/** Widths without spreading 100,000 arguments. */
function chunkWidths(records: readonly string[][]): number[] {
  return [...new Set(records.map((cells) => cells.length))];
}

function refuse(
  reason: RowsInProblem["reason"],
  values: RowsInProblem["values"],
): RowsIn<PastedTable> {
  return { ok: false, problem: { reason, values } };
}
