"use server";

import { archiveMiniProgram } from "@/lib/mini-programs/archive-mini-program";
import { checkCredentials } from "@/lib/mini-programs/check-credentials";
import { chooseTokenSource } from "@/lib/mini-programs/choose-token-source";
import { liftPauses } from "@/lib/mini-programs/lift-pauses";
import { registerMiniProgram } from "@/lib/mini-programs/register-mini-program";
import { removeSigningKey } from "@/lib/mini-programs/remove-signing-key";
import { rotateSigningKey } from "@/lib/mini-programs/rotate-signing-key";
import { testTokenServer } from "@/lib/mini-programs/test-token-server";
import { updateMiniProgram } from "@/lib/mini-programs/update-mini-program";
import { setScanRetention } from "@/lib/scans/set-scan-retention";
import { defineAction } from "@/lib/web/define-action";

export const registerMiniProgramAction = defineAction(registerMiniProgram);
export const updateMiniProgramAction = defineAction(updateMiniProgram);
export const checkCredentialsAction = defineAction(checkCredentials);
export const chooseTokenSourceAction = defineAction(chooseTokenSource);
export const testTokenServerAction = defineAction(testTokenServer);
export const liftPausesAction = defineAction(liftPauses);
export const rotateSigningKeyAction = defineAction(rotateSigningKey);
export const removeSigningKeyAction = defineAction(removeSigningKey);
export const setScanRetentionAction = defineAction(setScanRetention);
export const archiveMiniProgramAction = defineAction(archiveMiniProgram);
