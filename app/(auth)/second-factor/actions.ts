"use server";

import { beginSecondFactor } from "@/lib/people/begin-second-factor";
import { confirmSecondFactor } from "@/lib/people/confirm-second-factor";
import { endSecondFactor } from "@/lib/people/end-second-factor";
import { renewRecoveryCodes } from "@/lib/people/renew-recovery-codes";
import { defineAction } from "@/lib/web/define-action";

export const beginSecondFactorAction = defineAction(beginSecondFactor);
export const confirmSecondFactorAction = defineAction(confirmSecondFactor);
export const endSecondFactorAction = defineAction(endSecondFactor);
export const renewRecoveryCodesAction = defineAction(renewRecoveryCodes);
