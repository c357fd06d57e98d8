import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";

const CHUNK_ROWS = 1_000;

export interface SheetRowCells {
  row: number;
  cells: string[];
}

/** The rows of a sheet in their order, a chunk at a time. The caller has made sure it is the asker's. */
export async function* readRows(
  ctx: Context,
  sheetId: string,
): AsyncGenerator<SheetRowCells[], void, void> {
  for (let after = 0; ;) {
    const rows = await reader(ctx).$queryRaw<SheetRowCells[]>`
      SELECT row, cells FROM sheet_rows WHERE sheet_id = ${sheetId}::uuid AND row > ${after}
      ORDER BY row LIMIT ${CHUNK_ROWS}`;
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.row;
  }
}
