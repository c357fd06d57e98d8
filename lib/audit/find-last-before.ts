import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";

/** The number of the last entry before each moment, 0 when there is none; of null the last of all. */
export async function findLastBefore(
  ctx: Context,
  moments: readonly (Date | null)[],
): Promise<bigint[]> {
  const rows = await reader(ctx).$queryRaw<{ seq: bigint }[]>`
    SELECT coalesce(CASE WHEN moment IS NULL THEN (SELECT max(seq) FROM audit_entries)
      ELSE (SELECT seq FROM audit_entries WHERE at < moment ORDER BY at DESC, seq DESC LIMIT 1) END, 0) AS seq
    FROM unnest(${moments.map((moment) => moment?.toISOString() ?? null)}::timestamptz[])
      WITH ORDINALITY AS asked (moment, place)
    ORDER BY place`;
  return rows.map(({ seq }) => seq);
}
