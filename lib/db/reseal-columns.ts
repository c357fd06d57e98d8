import { isSealedWith, openSecret, sealSecret } from "@/lib/core/secret-box";
import type { Transaction } from "@/lib/db/client";
import { SEALED_COLUMNS } from "@/lib/db/sealed-columns";
import type { SealedColumn } from "@/lib/db/sealed-columns";

interface SealedRow {
  id: string;
  envelope: string;
}

/**
 * Seals everything anew that lies under the old secret, opens all of it once under the new one, and gives how many
 * were sealed anew. What lies under the new one already is left as it is. Throws, naming the row, for what neither opens.
 */
export async function resealColumns(
  tx: Transaction,
  oldSecret: string,
  newSecret: string,
): Promise<number> {
  let resealedCount = 0;
  for (const column of SEALED_COLUMNS) {
    const rows = await readRows(tx, column);
    for (const row of rows.filter(({ envelope }) => !isSealedWith(newSecret, envelope))) {
      await reseal(tx, column, row, oldSecret, newSecret);
      resealedCount += 1;
    }
    for (const row of await readRows(tx, column)) open(column, row, newSecret);
  }
  return resealedCount;
}

async function reseal(
  tx: Transaction,
  column: SealedColumn,
  row: SealedRow,
  oldSecret: string,
  newSecret: string,
): Promise<void> {
  const { table, column: name, id } = column;
  const envelope = sealSecret(newSecret, `${column.place}|${row.id}`, open(column, row, oldSecret));
  await tx.$executeRawUnsafe(
    `UPDATE ${table} SET ${name} = $1 WHERE ${id}::text = $2`,
    envelope,
    row.id,
  );
}

function readRows(tx: Transaction, { table, column, id }: SealedColumn): Promise<SealedRow[]> {
  return tx.$queryRawUnsafe<SealedRow[]>(
    `SELECT ${id}::text AS id, ${column} AS envelope FROM ${table} WHERE ${column} IS NOT NULL ORDER BY 1 FOR UPDATE`,
  );
}

function open({ table, column, place }: SealedColumn, { id, envelope }: SealedRow, secret: string) {
  try {
    return openSecret(secret, `${place}|${id}`, envelope);
  } catch (error) {
    throw new Error(`${table}.${column} of ${id} cannot be opened.`, { cause: error });
  }
}
