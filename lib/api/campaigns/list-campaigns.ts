import { z } from "zod";
import { Campaign, campaignView } from "@/lib/api/campaigns/campaign-view";
import { defineEndpoint } from "@/lib/api/endpoint";
import { scopesWith } from "@/lib/api/schema";
import { listCampaigns } from "@/lib/campaigns/list-campaigns";

export const listCampaignsEndpoint = defineEndpoint({
  method: "get",
  path: "/campaigns",
  operationId: "listCampaigns",
  tag: "Campaigns",
  scopes: scopesWith("campaigns:read"),
  summary: "List campaigns, newest first",
  description: "All of them at once: there are at most 500.",
  answer: z.object({ data: z.array(Campaign) }),
  example: {},
  async handle({ ctx }) {
    const campaigns = await listCampaigns(ctx);
    return { body: { data: campaigns.map(campaignView) } };
  },
});
