import type { Transaction } from "@/lib/db/client";

/** The campaign of the newest code that carries a scene; a refused one only counts when there is no other. */
export async function findCampaignOfScene(
  db: Transaction,
  { miniProgramId, value }: { miniProgramId: string; value: string },
): Promise<{ id: string; name: string } | null> {
  const [campaign] = await db.$queryRaw<{ id: string | null; name: string }[]>`
    SELECT g.id, g.name FROM codes c LEFT JOIN campaigns g ON g.id = c.campaign_id
    WHERE c.mini_program_id = ${miniProgramId}::uuid AND c.scene = ${value}
    ORDER BY c.status = 'refused', c.created_at DESC, c.id DESC LIMIT 1`;
  return campaign?.id ? { id: campaign.id, name: campaign.name } : null;
}
