import { Prisma } from "@/lib/db/generated/client";
import type { Transaction } from "@/lib/db/client";
import type { PackedCode } from "@/lib/packs/packed-code";
import { packedCodesSql, toPackedCode } from "@/lib/packs/packed-codes-sql";
import type { PackedCodeRow } from "@/lib/packs/packed-codes-sql";

/** The codes of a pack behind a position, as they were when it was ordered. */
export async function listPackedCodes(
  db: Transaction,
  packId: string,
  { after, limit }: { after: number; limit: number },
): Promise<PackedCode[]> {
  const from = Prisma.sql`
    SELECT position, code_id, label, tags, campaign_name, packs.created_at AS as_of
    FROM pack_codes JOIN packs ON packs.id = pack_codes.pack_id
    WHERE pack_id = ${packId}::uuid AND position > ${after}::int
    ORDER BY position LIMIT ${limit}::int`;
  const rows = await db.$queryRaw<PackedCodeRow[]>(packedCodesSql(from));
  return rows.map(toPackedCode);
}
