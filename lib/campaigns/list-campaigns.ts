import { authorize } from "@/lib/access/authorize";
import { campaignRow, WITH_COUNT } from "@/lib/campaigns/campaign-row";
import type { CampaignRow } from "@/lib/campaigns/schema";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";

const MOST = 500;

/** Living campaigns, newest first, at most 500. */
export async function listCampaigns(ctx: Context): Promise<CampaignRow[]> {
  authorize(ctx, "campaigns:read");
  const campaigns = await reader(ctx).campaign.findMany({
    where: { archivedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST,
    include: WITH_COUNT,
  });
  return campaigns.map(campaignRow);
}
