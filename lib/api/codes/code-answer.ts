import { codeView } from "@/lib/api/codes/code-view";
import { ApiError } from "@/lib/api/problem";
import type { CodeDetail } from "@/lib/codes/schema";
import type { Context } from "@/lib/core/context";
import { negotiateLocale } from "@/lib/i18n/locales";
import type { Locale } from "@/lib/i18n/locales";

export const CODE_HEADERS = { "Content-Language": "Of the words for its failure." };

/** What asking WeChat can end in besides a code. */
export const MINT_ANSWERS = {
  409: { description: "The quota or the day's calls are used up, or something is in the way." },
  502: {
    description:
      "WeChat refused (`wechat_refused`), or gave no answer (`outcome_unknown`); see quotaUsed.",
  },
  507: { description: "The store cannot keep a picture, so WeChat was not asked." },
};

/** A code in the caller's language. */
export function codeAnswer(ctx: Context, request: Request, code: CodeDetail) {
  const locale = localeOf(request);
  return {
    headers: { "Content-Language": locale },
    body: codeView(code, { publicUrl: ctx.runtime.env.publicUrl, locale }),
  };
}

/** Throws ApiError `wechat_refused` and `outcome_unknown` for a code that came to nothing. */
export function requireMade(code: CodeDetail, request: Request): void {
  const { id: codeId, status, failure } = code;
  if (!failure || (status !== "refused" && status !== "unknown")) return;
  const { errcode, words, quotaUsed } = failure;
  const { cause, fix } = words[localeOf(request) === "en" ? "en" : "zh"];
  const extras = { quotaUsed, codeId };
  if (status === "unknown") {
    throw new ApiError("outcome_unknown", "codeUnknown", { cause, fix, codeId }, extras);
  }
  if (errcode === null) {
    throw new ApiError("wechat_refused", "codeNotSent", { cause, fix }, extras);
  }
  // A text, for a number would be grouped by thousands.
  const answer = { errcode: String(errcode), message: failure.message };
  throw new ApiError("wechat_refused", "codeRefused", { cause, fix, ...answer }, extras);
}

export function isWaiting({ status }: CodeDetail): boolean {
  return status === "queued" || status === "sent";
}

function localeOf(request: Request): Locale {
  return negotiateLocale(request.headers.get("accept-language") ?? "en");
}
