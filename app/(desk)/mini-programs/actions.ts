"use server";

import { archiveMiniProgram } from "@/lib/mini-programs/archive-mini-program";
import { checkCredentials } from "@/lib/mini-programs/check-credentials";
import { chooseTokenSource } from "@/lib/mini-programs/choose-token-source";
import { liftPauses } from "@/lib/mini-programs/lift-pauses";
import { registerMiniProgram } from "@/lib/mini-programs/register-mini-program";
import { testTokenServer } from "@/lib/mini-programs/test-token-server";
import { updateMiniProgram } from "@/lib/mini-programs/update-mini-program";
import { defineAction } from "@/lib/web/define-action";

export const registerMiniProgramAction = defineAction(registerMiniProgram);
export const updateMiniProgramAction = defineAction(updateMiniProgram);
export const checkCredentialsAction = defineAction(checkCredentials);
export const chooseTokenSourceAction = defineAction(chooseTokenSource);
export const testTokenServerAction = defineAction(testTokenServer);
export const liftPausesAction = defineAction(liftPauses);
export const archiveMiniProgramAction = defineAction(archiveMiniProgram);
