"use server";

import { decideApproval } from "@/lib/batches/decide-approval";
import { settleUnknown } from "@/lib/codes/settle-unknown";
import { adjustSpent } from "@/lib/quota/adjust-spent";
import { bookDrift } from "@/lib/quota/book-drift";
import { changeLimit } from "@/lib/quota/change-limit";
import { changeQuotaSettings } from "@/lib/quota/change-quota-settings";
import { removeBudget } from "@/lib/quota/remove-budget";
import { setBudget } from "@/lib/quota/set-budget";
import { defineAction } from "@/lib/web/define-action";

export const bookDriftAction = defineAction(bookDrift);
export const settleUnknownAction = defineAction(settleUnknown);
export const decideApprovalAction = defineAction(decideApproval);
export const setBudgetAction = defineAction(setBudget);
export const removeBudgetAction = defineAction(removeBudget);
export const changeLimitAction = defineAction(changeLimit);
export const changeQuotaSettingsAction = defineAction(changeQuotaSettings);
export const adjustSpentAction = defineAction(adjustSpent);
