import { authorize } from "@/lib/access/authorize";
import { CampaignFields } from "@/lib/campaigns/fields-schema";
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
    include: { _count: { select: { codes: true } } },
  });
  return campaigns.map(({ id, name, createdAt, payloadFields, channelField, _count }) => ({
    id,
    name,
    createdAt,
    codeCount: _count.codes,
    fields: CampaignFields.parse(payloadFields),
    channelField,
  }));
}
