import { InvalidInputError, NotFoundError } from "@/lib/core/errors";
import type { Sheet } from "@/lib/db/generated/client";
import type { TransactionContext } from "@/lib/db/transaction";

/**
 * Writes one cell of the asker's own sheet. Gives the row as it is now and the sheet's new revision.
 * Throws NotFoundError for a row and InvalidInputError `columnUnknown` for a column that is not there.
 */
export async function putCell(
  ctx: TransactionContext,
  { id: sheetId, columns }: Pick<Sheet, "id" | "columns">,
  { row, column, text }: { row: number; column: number; text: string },
): Promise<{ cells: string[]; revision: number }> {
  if (column >= columns.length) {
    throw new InvalidInputError("columnUnknown", "rows", { column: column + 1 });
  }
  // First, for its lock: two cells mended at once follow each other.
  const { revision } = await ctx.tx.sheet.update({
    where: { id: sheetId },
    data: { revision: { increment: 1 } },
    select: { revision: true },
  });
  const where = { sheetId_row: { sheetId, row } };
  const found = await ctx.tx.sheetRow.findUnique({ where });
  if (!found) throw new NotFoundError("row");
  const old = found.cells as string[];
  const width = Math.max(old.length, column + 1);
  const cells = Array.from({ length: width }, (_, place) =>
    place === column ? text.toWellFormed().replaceAll("\0", "\uFFFD") : (old[place] ?? ""),
  );
  await ctx.tx.sheetRow.update({ where, data: { cells }, select: { row: true } });
  return { cells, revision };
}
