import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { Prisma } from "@/lib/db/generated/client";
import { reader } from "@/lib/db/transaction";
import type { PackedCode } from "@/lib/packs/packed-code";
import { packedCodesSql, toPackedCode } from "@/lib/packs/packed-codes-sql";
import type { PackedCodeRow } from "@/lib/packs/packed-codes-sql";

/** A minted code as it would be in a pack now, to show how something will look; null when there is none. */
export async function findPackedCode(
  ctx: Context,
  { codeId }: { codeId: string },
): Promise<PackedCode | null> {
  authorize(ctx, "packs:read");
  const from = Prisma.sql`
    SELECT 1 AS position, c.id AS code_id, c.label, c.tags, g.name AS campaign_name, now() AS as_of
    FROM codes c LEFT JOIN campaigns g ON g.id = c.campaign_id
    WHERE c.id = ${codeId}::uuid AND c.status = 'minted'`;
  const [row] = await reader(ctx).$queryRaw<PackedCodeRow[]>(packedCodesSql(from));
  return row ? toPackedCode(row) : null;
}
