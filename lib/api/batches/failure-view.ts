import { z } from "zod";
import type { Locale } from "@/lib/i18n/locales";
import type { CallFailure } from "@/lib/wechat-state/schema";

/** Why a call to WeChat made no code. */
export const BatchFailure = z
  .object({
    errcode: z.int().nullable().describe("WeChat's; null where it did not say one."),
    why: z.string().describe("A word for programs, as `unknown:timeout`."),
    message: z.string().describe("As WeChat, or the way to it, put it."),
    rid: z.string().nullable(),
    quotaUsed: z.enum(["no", "unknown"]),
    cause: z.string().describe("In the language asked for."),
    fix: z.string().describe("In the language asked for."),
  })
  .meta({ id: "BatchFailure" });

export function failureView(failure: CallFailure, locale: Locale): z.input<typeof BatchFailure> {
  const { errcode, why, message, rid, quotaUsed, words } = failure;
  const { cause, fix } = words[locale === "en" ? "en" : "zh"];
  return { errcode, why, message, rid, quotaUsed, cause, fix };
}
