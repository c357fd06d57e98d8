import type { Scope } from "@/lib/audit/find-scopes";
import type { Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";

/** What all codes belong to whose ids a query gives; null where they differ. */
export async function commonScope(tx: Transaction, codeIds: Prisma.Sql): Promise<Scope> {
  const [scope] = await tx.$queryRaw<Scope[]>`
    SELECT CASE WHEN count(DISTINCT mini_program_id) = 1 THEN min(mini_program_id::text) END AS "miniProgramId",
      CASE WHEN count(DISTINCT campaign_id) = 1 AND count(campaign_id) = count(*) THEN min(campaign_id::text) END
        AS "campaignId"
    FROM codes WHERE id IN (${codeIds})`;
  return scope ?? { miniProgramId: null, campaignId: null };
}
