import type { Transaction } from "@/lib/db/client";

/** What time it is for everybody: processes may disagree about it, the database does not. */
export async function databaseNow(db: Transaction): Promise<Date> {
  const [row] = await db.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
  if (!row) throw new Error("The database did not tell the time.");
  return row.now;
}
