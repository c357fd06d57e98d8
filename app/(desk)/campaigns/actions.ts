"use server";

import { createCampaign } from "@/lib/campaigns/create-campaign";
import { renameCampaign } from "@/lib/campaigns/rename-campaign";
import { setCampaignFields } from "@/lib/campaigns/set-campaign-fields";
import { defineAction } from "@/lib/web/define-action";

export const createCampaignAction = defineAction(createCampaign);
export const renameCampaignAction = defineAction(renameCampaign);
export const setCampaignFieldsAction = defineAction(setCampaignFields);
