import { authorize } from "@/lib/access/authorize";
import { campaignRow, WITH_COUNT } from "@/lib/campaigns/campaign-row";
import { CampaignOf } from "@/lib/campaigns/schema";
import type { CampaignRow } from "@/lib/campaigns/schema";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { reader } from "@/lib/db/transaction";

/** One living campaign. Throws NotFoundError. */
export async function getCampaign(ctx: Context, input: CampaignOf): Promise<CampaignRow> {
  authorize(ctx, "campaigns:read");
  const { campaignId } = CampaignOf.parse(input);
  const found = await reader(ctx).campaign.findFirst({
    where: { id: campaignId, archivedAt: null },
    include: WITH_COUNT,
  });
  if (!found) throw new NotFoundError("campaign");
  return campaignRow(found);
}
