import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";
import { requireSheet } from "@/lib/sheets/require-sheet";
import { SheetOf } from "@/lib/sheets/schema";
import type { SheetForm, SheetSource, SheetView } from "@/lib/sheets/schema";

const SHOWN_ROWS = 5;

/** A sheet with its first rows; throws NotFoundError. */
export async function getSheet(ctx: Context, input: SheetOf): Promise<SheetView> {
  authorize(ctx, "codes:mint");
  const { sheetId } = SheetOf.parse(input);
  const sheet = await requireSheet(ctx, sheetId);
  const { id, revision, fileName, columns, rowCount } = sheet;
  const shown = await reader(ctx).sheetRow.findMany({
    where: { sheetId, OR: [{ row: { lte: SHOWN_ROWS } }, { row: rowCount }] },
    orderBy: { row: "asc" },
  });
  const cells = shown.map((row) => row.cells as string[]);
  return {
    id,
    revision,
    source: sheet.source as SheetSource,
    fileName,
    columns,
    rowCount,
    form: sheet.form as SheetForm | null,
    firstRows: cells.slice(0, SHOWN_ROWS),
    lastRow: cells.at(-1) ?? [],
    samples: sheet.samples as string[][],
  };
}
