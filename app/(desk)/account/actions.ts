"use server";

import { changePassword } from "@/lib/people/change-password";
import { endMyOtherSessions } from "@/lib/people/end-my-other-sessions";
import { endMySession } from "@/lib/people/end-my-session";
import { makeApiKey } from "@/lib/people/make-api-key";
import { ratePassword } from "@/lib/people/rate-password";
import { revokeApiKey } from "@/lib/people/revoke-api-key";
import { updateProfile } from "@/lib/people/update-profile";
import { defineAction } from "@/lib/web/define-action";

export const updateProfileAction = defineAction(updateProfile);
export const changePasswordAction = defineAction(changePassword);
export const endMySessionAction = defineAction(endMySession);
export const endMyOtherSessionsAction = defineAction(endMyOtherSessions);
export const makeApiKeyAction = defineAction(makeApiKey);
export const revokeApiKeyAction = defineAction(revokeApiKey);
export const rateMyPasswordAction = defineAction(ratePassword);
