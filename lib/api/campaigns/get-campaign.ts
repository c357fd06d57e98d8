import { Campaign, campaignView } from "@/lib/api/campaigns/campaign-view";
import { defineEndpoint } from "@/lib/api/endpoint";
import { IdParams, scopesWith } from "@/lib/api/schema";
import { getCampaign } from "@/lib/campaigns/get-campaign";

export const getCampaignEndpoint = defineEndpoint({
  method: "get",
  path: "/campaigns/{id}",
  operationId: "getCampaign",
  tag: "Campaigns",
  scopes: scopesWith("campaigns:read"),
  summary: "Read a campaign",
  params: IdParams,
  answer: Campaign,
  example: { params: { id: "campaign" } },
  async handle({ ctx, params }) {
    return { body: campaignView(await getCampaign(ctx, { campaignId: params.id })) };
  },
});
