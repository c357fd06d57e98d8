"use server";

import { createCampaign } from "@/lib/campaigns/create-campaign";
import { setCampaignFields } from "@/lib/campaigns/set-campaign-fields";
import { defineAction } from "@/lib/web/define-action";

export const createCampaignAction = defineAction(createCampaign);
export const setCampaignFieldsAction = defineAction(setCampaignFields);
