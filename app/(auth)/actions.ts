"use server";

import { acceptInvite } from "@/lib/people/accept-invite";
import { ratePassword } from "@/lib/people/rate-password";
import { resetPassword } from "@/lib/people/reset-password";
import { defineAction } from "@/lib/web/define-action";

export const acceptInviteAction = defineAction(acceptInvite);
export const resetPasswordAction = defineAction(resetPassword);
export const ratePasswordAction = defineAction(ratePassword);
