import { InvalidInputError } from "@/lib/core/errors";
import { CELL_MAX_LENGTH, SHEET_COLUMNS_MAX, SHEET_ROWS_MAX } from "@/lib/sheets/schema";

const CHUNK_RECORDS = 1_000;

/** A record and the line of the text, or row of the worksheet, it begins in. */
export interface LineRecord {
  line: number;
  cells: string[];
}

/**
 * Records as a sheet takes them: cells trimmed, empty records left out, in chunks of 1,000. Throws
 * `rowsMissing`, `rowsMany`, `rowsColumnsMany` and `rowsCellLong` as soon as it is sure.
 */
export async function* limitRecords(
  source: AsyncIterable<LineRecord[]>,
  hasHeader: boolean | null,
): AsyncGenerator<string[][], void, void> {
  const most = SHEET_ROWS_MAX + (hasHeader === false ? 0 : 1);
  let count = 0;
  let chunk: string[][] = [];
  for await (const records of source) {
    for (const record of records) {
      const cells = trimmed(record);
      if (!cells) continue;
      count += 1;
      if (count > most) throw new InvalidInputError("rowsMany", "rows", { most: SHEET_ROWS_MAX });
      chunk.push(cells);
      if (chunk.length < CHUNK_RECORDS) continue;
      yield chunk;
      chunk = [];
    }
  }
  if (count === 0) throw new InvalidInputError("rowsMissing", "rows");
  if (chunk.length > 0) yield chunk;
}

/** Null where no cell holds anything. */
function trimmed({ line, cells }: LineRecord): string[] | null {
  const plain = cells.map((cell) => cell.trim());
  const width = plain.findLastIndex((cell) => cell !== "") + 1;
  if (width === 0) return null;
  if (width > SHEET_COLUMNS_MAX) {
    throw new InvalidInputError("rowsColumnsMany", "rows", { line, most: SHEET_COLUMNS_MAX });
  }
  if (plain.some((cell) => cell.length > CELL_MAX_LENGTH)) {
    throw new InvalidInputError("rowsCellLong", "rows", { line, most: CELL_MAX_LENGTH });
  }
  return plain.slice(0, SHEET_COLUMNS_MAX);
}
