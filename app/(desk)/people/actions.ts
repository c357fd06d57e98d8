"use server";

import { changeRole } from "@/lib/people/change-role";
import { disablePerson } from "@/lib/people/disable-person";
import { enablePerson } from "@/lib/people/enable-person";
import { endSessions } from "@/lib/people/end-sessions";
import { invitePerson } from "@/lib/people/invite-person";
import { makeResetLink } from "@/lib/people/make-reset-link";
import { resetSecondFactor } from "@/lib/people/reset-second-factor";
import { revokeApiKey } from "@/lib/people/revoke-api-key";
import { revokeInvite } from "@/lib/people/revoke-invite";
import { setSecondFactorRule } from "@/lib/people/set-second-factor-rule";
import { defineAction } from "@/lib/web/define-action";

export const changeRoleAction = defineAction(changeRole);
export const disablePersonAction = defineAction(disablePerson);
export const enablePersonAction = defineAction(enablePerson);
export const endSessionsAction = defineAction(endSessions);
export const resetSecondFactorAction = defineAction(resetSecondFactor);
export const makeResetLinkAction = defineAction(makeResetLink);
export const invitePersonAction = defineAction(invitePerson);
export const revokeInviteAction = defineAction(revokeInvite);
export const setSecondFactorRuleAction = defineAction(setSecondFactorRule);
export const revokeAnyApiKeyAction = defineAction(revokeApiKey);
