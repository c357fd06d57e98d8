import { InvalidInputError } from "@/lib/core/errors";
import {
  CELL_MAX_LENGTH,
  COLUMN_NAME_MAX_LENGTH,
  RECORDS_MAX,
  SHEET_COLUMNS_MAX,
} from "@/lib/sheets/schema";

const CHUNK_RECORDS = 1_000;

export type SheetRecord = Record<string, string | number | boolean | null>;

/**
 * Records with named values as a table: a header of all names, in the order in which they first appear, and a row
 * for each. What a record does not name is empty. Throws `rowsMissing`, `rowsMany`, `rowsColumnsMany`,
 * `columnUnnamed`, `columnLong` and `rowsCellLong` before the first chunk.
 */
export function tableOf(records: readonly SheetRecord[]): Iterable<string[][]> {
  if (records.length === 0) throw new InvalidInputError("rowsMissing", "rows");
  if (records.length > RECORDS_MAX) {
    throw new InvalidInputError("rowsMany", "rows", { most: RECORDS_MAX });
  }
  const columns = new Set<string>();
  for (const [index, record] of records.entries()) gatherColumns(columns, record, index + 1);
  return chunksOf([...columns], records);
}

function gatherColumns(columns: Set<string>, record: SheetRecord, line: number): void {
  for (const [name, value] of Object.entries(record)) {
    const field = `rows.${line - 1}`;
    if (name.trim() === "") throw new InvalidInputError("columnUnnamed", field);
    if (name.length > COLUMN_NAME_MAX_LENGTH) {
      throw new InvalidInputError("columnLong", field, { most: COLUMN_NAME_MAX_LENGTH });
    }
    if (cellOf(value).length > CELL_MAX_LENGTH) {
      throw new InvalidInputError("rowsCellLong", field, { line, most: CELL_MAX_LENGTH });
    }
    columns.add(name);
    if (columns.size > SHEET_COLUMNS_MAX) {
      throw new InvalidInputError("rowsColumnsMany", field, { line, most: SHEET_COLUMNS_MAX });
    }
  }
}

function* chunksOf(
  columns: readonly string[],
  records: readonly SheetRecord[],
): Generator<string[][]> {
  yield [[...columns]];
  for (let first = 0; first < records.length; first += CHUNK_RECORDS) {
    const chunk = records.slice(first, first + CHUNK_RECORDS);
    yield chunk.map((record) => columns.map((name) => cellOf(record[name])));
  }
}

function cellOf(value: SheetRecord[string] | undefined): string {
  return value === null || value === undefined ? "" : String(value).trim();
}
