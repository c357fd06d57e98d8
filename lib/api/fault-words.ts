import { z } from "zod";
import { negotiateLocale } from "@/lib/i18n/locales";
import type { Locale } from "@/lib/i18n/locales";

type Words = z.core.$ZodErrorMap;

const WORDS: Record<Locale, Words> = {
  en: z.locales.en().localeError,
  "zh-CN": z.locales.zhCN().localeError,
};

/** For a schema's `parse`: faults it has no word of its own for, in the caller's language. */
export function faultWords(request: Request): { error: Words } {
  const words = WORDS[negotiateLocale(request.headers.get("accept-language") ?? "en")];
  return { error: (issue) => (isMissing(issue) ? "fieldMissing" : words(issue)) };
}

function isMissing({ code, input }: z.core.$ZodRawIssue): boolean {
  return input === undefined && (code === "invalid_type" || code === "invalid_value");
}
