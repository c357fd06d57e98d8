import { z } from "zod";
import { Campaign, campaignView } from "@/lib/api/campaigns/campaign-view";
import { defineEndpoint } from "@/lib/api/endpoint";
import { IdParams } from "@/lib/api/schema";
import { CampaignFields } from "@/lib/campaigns/fields-schema";
import { getCampaign } from "@/lib/campaigns/get-campaign";
import { renameCampaign } from "@/lib/campaigns/rename-campaign";
import { CreateCampaignInput } from "@/lib/campaigns/schema";
import { setCampaignFields } from "@/lib/campaigns/set-campaign-fields";
import { withTransaction } from "@/lib/db/transaction";

const UpdateCampaign = z.strictObject({
  name: CreateCampaignInput.shape.name.optional(),
  fields: CampaignFields.optional(),
  channelField: z.string().nullable().optional(),
});

export const updateCampaignEndpoint = defineEndpoint({
  method: "patch",
  path: "/campaigns/{id}",
  operationId: "updateCampaign",
  tag: "Campaigns",
  scopes: ["campaigns:write"],
  summary: "Rename a campaign, or say what its payloads are made of",
  description: "What is absent stays as it is. All of it happens, or nothing.",
  params: IdParams,
  body: UpdateCampaign,
  answer: Campaign,
  otherAnswers: { 409: { description: "The name is taken." } },
  example: {
    params: { id: "campaign" },
    body: {
      fields: [{ key: "shop", label: "Shop", type: "text", isRequired: true }],
      channelField: "shop",
    },
  },
  async handle({ ctx, params, body }) {
    const campaignId = params.id;
    const updated = await withTransaction(ctx, async (tctx) => {
      if (body.name !== undefined) await renameCampaign(tctx, { campaignId, name: body.name });
      const before = await getCampaign(tctx, { campaignId });
      if (body.fields !== undefined || body.channelField !== undefined) {
        const { fields, channelField } = { ...before, ...body };
        await setCampaignFields(tctx, { campaignId, fields, channelField });
      }
      return getCampaign(tctx, { campaignId });
    });
    return { body: campaignView(updated) };
  },
});
