"use server";

import { startAuthorization } from "@/lib/mini-programs/start-authorization";
import { registerPlatform } from "@/lib/platforms/register-platform";
import { requestTickets } from "@/lib/platforms/request-tickets";
import { updatePlatform } from "@/lib/platforms/update-platform";
import { defineAction } from "@/lib/web/define-action";

export const registerPlatformAction = defineAction(registerPlatform);
export const updatePlatformAction = defineAction(updatePlatform);
export const requestTicketsAction = defineAction(requestTickets);
export const startAuthorizationAction = defineAction(startAuthorization);
