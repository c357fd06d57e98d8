import { randomBytes } from "node:crypto";
import { z } from "zod";

import { admitJsonCall, type RateErrcodes } from "./json-call";
import type { SandboxState } from "./state";
import { okAnswer, type WireAnswer } from "./wire-answer";
import type { WireRequest } from "./wire-request";

const ShortLinkBody = z.object({
  page_url: z.string().nullish(),
  page_title: z.string().nullish(),
  is_permanent: z.boolean().nullish(),
});

const RATES: RateErrcodes = { second: 44990, minute: 44991, day: 45009, month: 45009 };

const MAX_URL_CHARACTERS = 1024;
const MAX_TITLE_CHARACTERS = 20;
/** For life (section 6.3). */
const MAX_PERMANENT = 100_000;

/**
 * POST /wxa/genwxashortlink (section 6.3): `link`, #小程序://…. 43104 not permitted, 85079 no release,
 * 40066 page_url, 40225 no title, 85400 over 100,000 permanent ones.
 */
export function answerShortLink(state: SandboxState, request: WireRequest): WireAnswer {
  const rules = { schema: ShortLinkBody, rates: RATES };
  const call = admitJsonCall(state, "genwxashortlink", request, rules);
  if ("refusal" in call) return call.refusal;
  const { account, body, refuse } = call;
  if (!account.canMakeShortLinks) return refuse(43104);
  if (account.publishedPages.length === 0) return refuse(85079);
  const url = body.page_url ?? "";
  const [page = ""] = url.split("?", 1);
  const isTooLong = [...url].length > MAX_URL_CHARACTERS;
  if (isTooLong || !account.publishedPages.includes(page)) return refuse(40066);
  const title = body.page_title ?? "";
  if (title === "") return refuse(40225);
  if (body.is_permanent === true) {
    if (account.permanentShortLinks >= MAX_PERMANENT) return refuse(85400);
    account.permanentShortLinks += 1;
    state.touch();
  }
  const link = `#小程序://SANDBOX/${cutTitle(title)}/${randomBytes(9).toString("base64url")}`;
  return { ...okAnswer({ link }), appid: account.appid };
}

/** Longer titles are cut, not refused (section 6.3). */
function cutTitle(title: string): string {
  const characters = [...title];
  if (characters.length <= MAX_TITLE_CHARACTERS) return title;
  return `${characters.slice(0, MAX_TITLE_CHARACTERS).join("")}...`;
}
