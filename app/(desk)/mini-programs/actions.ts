"use server";

import { archiveMiniProgram } from "@/lib/mini-programs/archive-mini-program";
import { checkCredentials } from "@/lib/mini-programs/check-credentials";
import { registerMiniProgram } from "@/lib/mini-programs/register-mini-program";
import { rotateSecret } from "@/lib/mini-programs/rotate-secret";
import { updateMiniProgram } from "@/lib/mini-programs/update-mini-program";
import { defineAction } from "@/lib/web/define-action";

export const registerMiniProgramAction = defineAction(registerMiniProgram);
export const updateMiniProgramAction = defineAction(updateMiniProgram);
export const checkCredentialsAction = defineAction(checkCredentials);
export const rotateSecretAction = defineAction(rotateSecret);
export const archiveMiniProgramAction = defineAction(archiveMiniProgram);
