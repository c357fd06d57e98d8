import { z } from "zod";
import { REASON_MAX_LENGTH } from "@/lib/codes/schema";

/** A person's word on whether WeChat counted a code nobody got an answer for. */
export const SettleUnknownInput = z.object({
  codeId: z.uuid(),
  wasCounted: z.boolean({ error: "wasCountedMissing" }),
  reason: z
    .string()
    .trim()
    .min(1, { error: "settleReasonMissing" })
    .max(REASON_MAX_LENGTH, { error: "reasonLong" }),
});
export type SettleUnknownInput = z.input<typeof SettleUnknownInput>;
