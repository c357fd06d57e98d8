import { CampaignFields } from "@/lib/campaigns/fields-schema";
import type { CampaignField } from "@/lib/campaigns/fields-schema";
import type { Transaction } from "@/lib/db/client";

/** What payloads of a campaign are made of; nothing in particular without a campaign. */
export async function findFields(
  db: Transaction,
  campaignId: string | null,
): Promise<CampaignField[]> {
  if (campaignId === null) return [];
  const campaign = await db.campaign.findUnique({
    where: { id: campaignId },
    select: { payloadFields: true },
  });
  return CampaignFields.parse(campaign?.payloadFields ?? []);
}
