import { columnLetter } from "@/lib/batches/rows-in/name-columns";
import { BATCH_ROWS_MAX, CELL_MAX_LENGTH } from "@/lib/batches/schema";
import type { RowsIn } from "@/lib/batches/schema";

/** One value per line, whatever stands in it; empty lines are left out. The column is A. */
export function parseLines(text: string): RowsIn {
  const values = text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (values.length === 0) return { ok: false, problem: { reason: "rowsMissing", values: {} } };
  if (values.length > BATCH_ROWS_MAX) {
    return { ok: false, problem: { reason: "rowsMany", values: { most: BATCH_ROWS_MAX } } };
  }
  const long = values.findIndex((value) => value.length > CELL_MAX_LENGTH);
  if (long >= 0) {
    const place = { line: long + 1, most: CELL_MAX_LENGTH };
    return { ok: false, problem: { reason: "rowsCellLong", values: place } };
  }
  return { ok: true, table: { columns: [columnLetter(0)], rows: values.map((value) => [value]) } };
}
