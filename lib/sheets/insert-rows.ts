import { InvalidInputError } from "@/lib/core/errors";
import type { TransactionContext } from "@/lib/db/transaction";
import { guessHeader } from "@/lib/sheets/guess-header";
import { nameColumns } from "@/lib/sheets/name-columns";
import { SHEET_ROWS_MAX } from "@/lib/sheets/schema";

const SAMPLES = 3;
const GUESSED_BY = 10;

export interface InsertedRows {
  columns: string[];
  rowCount: number;
  hasHeader: boolean;
  /** Up to three different values of each column. */
  samples: string[][];
}

/**
 * Writes the records of a sheet as they come, a chunk at a time, and tells what they were. The first one
 * names the columns when it is, or looks like, a header. Throws `rowsMissing` and `rowsMany`.
 */
export async function insertRows(
  ctx: TransactionContext,
  sheetId: string,
  records: AsyncIterable<string[][]> | Iterable<string[][]>,
  headerChoice: boolean | null,
): Promise<InsertedRows> {
  let header: string[] | null | undefined;
  let width = 0;
  let rowCount = 0;
  const samples: string[][] = [];
  for await (const chunk of records) {
    let rows = chunk.map((cells) => cells.map(storable));
    if (header === undefined) {
      const hasHeader = headerChoice ?? guessHeader(rows.slice(0, GUESSED_BY));
      header = hasHeader ? (rows[0] ?? null) : null;
      if (header) rows = rows.slice(1);
    }
    rowCount += rows.length;
    if (rowCount > SHEET_ROWS_MAX) {
      throw new InvalidInputError("rowsMany", "rows", { most: SHEET_ROWS_MAX });
    }
    for (const cells of rows) width = Math.max(width, cells.length);
    gatherSamples(samples, rows);
    await insertChunk(ctx, sheetId, rowCount - rows.length, rows);
  }
  if (rowCount === 0) throw new InvalidInputError("rowsMissing", "rows");
  const columnCount = Math.max(width, header?.length ?? 0);
  return {
    columns: nameColumns(header ?? null, columnCount),
    rowCount,
    hasHeader: header !== null,
    samples: Array.from({ length: columnCount }, (_, place) => samples[place] ?? []),
  };
}

/** PostgreSQL keeps neither NUL nor half a character; what stands for them makes its row a bad one. */
function storable(cell: string): string {
  return cell.replaceAll("\0", "\uFFFD").toWellFormed();
}

function gatherSamples(samples: string[][], rows: readonly string[][]): void {
  for (const cells of rows) {
    for (const [place, cell] of cells.entries()) {
      const found = (samples[place] ??= []);
      if (cell !== "" && found.length < SAMPLES && !found.includes(cell)) found.push(cell);
    }
  }
}

async function insertChunk(
  ctx: TransactionContext,
  sheetId: string,
  rowsBefore: number,
  rows: readonly string[][],
): Promise<void> {
  if (rows.length === 0) return;
  await ctx.tx.$executeRaw`
    INSERT INTO sheet_rows (sheet_id, row, cells)
    SELECT ${sheetId}::uuid, ${rowsBefore}::int + place, cells
    FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) WITH ORDINALITY AS given (cells, place)`;
}
