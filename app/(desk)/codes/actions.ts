"use server";

import { createCampaign } from "@/lib/campaigns/create-campaign";
import { editCode } from "@/lib/codes/edit-code";
import { editCodes } from "@/lib/codes/edit-codes";
import { mintCode } from "@/lib/codes/mint-code";
import { retryCode } from "@/lib/codes/retry-code";
import { defineAction } from "@/lib/web/define-action";

export const mintCodeAction = defineAction(mintCode);
export const retryCodeAction = defineAction(retryCode);
export const editCodeAction = defineAction(editCode);
export const editCodesAction = defineAction(editCodes);
export const createCampaignAction = defineAction(createCampaign);
