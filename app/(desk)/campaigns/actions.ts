"use server";

import { createCampaign } from "@/lib/campaigns/create-campaign";
import { defineAction } from "@/lib/web/define-action";

export const createCampaignAction = defineAction(createCampaign);
