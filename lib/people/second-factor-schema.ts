import { z } from "zod";
import { PASSWORD_MAX_LENGTH } from "@/lib/people/schema";

/** Six digits of the app, or a recovery code; spaces and dashes are nobody's mistake. */
export const SecondFactorCode = z
  .string()
  .trim()
  .min(1, { error: "secondFactorMissing" })
  .max(64, { error: "secondFactorWrong" });

export const SecondFactorCodeInput = z.strictObject({ code: SecondFactorCode });
export type SecondFactorCodeInput = z.input<typeof SecondFactorCodeInput>;

export const EndSecondFactorInput = SecondFactorCodeInput.extend({
  password: z
    .string()
    .min(1, { error: "passwordMissing" })
    .max(PASSWORD_MAX_LENGTH, { error: "passwordLong" }),
});
export type EndSecondFactorInput = z.input<typeof EndSecondFactorInput>;

export const RECOVERY_CODE_COUNT = 10;

/** What the caller's own second factor is like. */
export interface SecondFactorState {
  /** Null: off. */
  onSince: Date | null;
  recoveryCodesLeft: number;
  /** By the desk's rule for their role; then it cannot be turned off. */
  isRequired: boolean;
  /** It guards the password: who has none needs none. */
  hasPassword: boolean;
}

/** What an app is told, once; it counts when its first code was given. */
export interface NewSecondFactor {
  uri: string;
  /** The same secret for typing, in groups of four. */
  secretText: string;
  qrSvg: string;
}

/** Shown once; the desk keeps hashes only. */
export interface NewRecoveryCodes {
  recoveryCodes: string[];
}
