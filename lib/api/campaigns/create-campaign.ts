import { Campaign, campaignView } from "@/lib/api/campaigns/campaign-view";
import { defineEndpoint } from "@/lib/api/endpoint";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { getCampaign } from "@/lib/campaigns/get-campaign";
import { CreateCampaignInput } from "@/lib/campaigns/schema";

export const createCampaignEndpoint = defineEndpoint({
  method: "post",
  path: "/campaigns",
  operationId: "createCampaign",
  tag: "Campaigns",
  scopes: ["campaigns:write"],
  summary: "Create a campaign",
  description: "Names are unique: a taken one answers 409.",
  body: CreateCampaignInput.strict(),
  status: 201,
  answer: Campaign,
  otherAnswers: { 409: { description: "The name is taken." } },
  once: "atomic",
  example: { body: { name: "Summer 2027" } },
  async handle({ ctx, body }) {
    const { id: campaignId } = await createCampaign(ctx, body);
    return { body: campaignView(await getCampaign(ctx, { campaignId })) };
  },
});
