import { randomBytes } from "node:crypto";
import { z } from "zod";

import { admitJsonCall, type JsonCall, type RateErrcodes } from "./json-call";
import type { LinkKind } from "./link-book";
import { checkLinkExpiry, checkLinkTarget, LINK_EXPIRY, LINK_TARGET } from "./link-checks";
import type { SandboxState } from "./state";
import { okAnswer, type WireAnswer } from "./wire-answer";
import type { WireRequest } from "./wire-request";

const SchemeBody = z.object({ ...LINK_EXPIRY, jump_wxa: z.object(LINK_TARGET).nullish() });
const UrlLinkBody = z.object({
  ...LINK_EXPIRY,
  ...LINK_TARGET,
  cloud_base: z.record(z.string(), z.unknown()).nullish(),
});

/** 44990 a second, 44993 a day (section 6.1). */
const RATES: RateErrcodes = { second: 44990, minute: 44991, day: 44993, month: 44993 };

/** POST /wxa/generatescheme (section 6.1): `openlink`, weixin://dl/business/?t=TICKET. */
export function answerGenerateScheme(state: SandboxState, request: WireRequest): WireAnswer {
  const rules = { schema: SchemeBody, rates: RATES };
  const call = admitJsonCall(state, "generatescheme", request, rules);
  if ("refusal" in call) return call.refusal;
  const { jump_wxa: target, ...expiry } = call.body;
  const made = makeLink(state, call, "scheme", { ...expiry, ...target });
  return "refusal" in made ? made.refusal : grant(call, { openlink: made.link });
}

/** POST /wxa/generate_urllink (section 6.3): `url_link`, https://wxaurl.cn/…; 85088 with cloud_base. */
export function answerGenerateUrlLink(state: SandboxState, request: WireRequest): WireAnswer {
  const rules = { schema: UrlLinkBody, rates: RATES };
  const call = admitJsonCall(state, "generate_urllink", request, rules);
  if ("refusal" in call) return call.refusal;
  const { cloud_base: cloudBase, ...wanted } = call.body;
  // No account here has a cloud environment.
  if (cloudBase !== undefined && cloudBase !== null) return call.refuse(85088);
  const made = makeLink(state, call, "url_link", wanted);
  return "refusal" in made ? made.refusal : grant(call, { url_link: made.link });
}

function makeLink(
  state: SandboxState,
  { account, nowMs, refuse }: JsonCall<unknown>,
  kind: LinkKind,
  wanted: Parameters<typeof checkLinkTarget>[0] & Parameters<typeof checkLinkExpiry>[0],
): { link: string } | { refusal: WireAnswer } {
  const target = checkLinkTarget(wanted, account.publishedPages);
  if ("errcode" in target) return { refusal: refuse(target.errcode) };
  const expiry = checkLinkExpiry(wanted, nowMs);
  if ("errcode" in expiry) return { refusal: refuse(expiry.errcode) };
  const ticket = randomBytes(9).toString("base64url");
  const link =
    kind === "scheme" ? `weixin://dl/business/?t=${ticket}` : `https://wxaurl.cn/${ticket}`;
  const createdAt = Math.floor(nowMs / 1000);
  state.links.keep(link, { appid: account.appid, kind, createdAt, ...target, ...expiry });
  return { link };
}

function grant({ account }: JsonCall<unknown>, value: object): WireAnswer {
  return { ...okAnswer(value), appid: account.appid };
}
