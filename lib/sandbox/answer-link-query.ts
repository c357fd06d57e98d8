import { z } from "zod";

import type { Endpoint } from "./endpoints";
import { admitJsonCall, type RateErrcodes } from "./json-call";
import type { LinkKind, LinkRecord } from "./link-book";
import type { SandboxState } from "./state";
import { okAnswer, type WireAnswer } from "./wire-answer";
import type { WireRequest } from "./wire-request";

const QueryBody = z.object({
  scheme: z.string().nullish(),
  url_link: z.string().nullish(),
  query_type: z.number().nullish(),
});

const RATES: RateErrcodes = { second: 44990, minute: 44991, day: 44993, month: 44993 };

/** Opens a day that are left; nobody opens links here (section 6.1, section 11 row 14). */
const REMAINING_VISITS = 3_000_000;

/** POST /wxa/queryscheme (section 6.2): scheme_info, or quota_info when query_type is 1. */
export function answerQueryScheme(state: SandboxState, request: WireRequest): WireAnswer {
  return answerQuery(state, request, "queryscheme", "scheme");
}

/** POST /wxa/query_urllink (section 6.3): url_link_info, or quota_info when query_type is 1. */
export function answerQueryUrlLink(state: SandboxState, request: WireRequest): WireAnswer {
  return answerQuery(state, request, "query_urllink", "url_link");
}

function answerQuery(
  state: SandboxState,
  request: WireRequest,
  endpoint: Endpoint,
  kind: LinkKind,
): WireAnswer {
  const call = admitJsonCall(state, endpoint, request, { schema: QueryBody, rates: RATES });
  if ("refusal" in call) return call.refusal;
  const { account, body, refuse } = call;
  const type = body.query_type ?? 0;
  if (type !== 0 && type !== 1) return refuse(40097);
  const link = body[kind] ?? "";
  const isQuotaAlone = type === 1 && link === "";
  const record = state.links.find(link, kind, account.appid);
  if (record === null && !isQuotaAlone) return refuse(85403);
  const value =
    type === 1 || record === null
      ? { quota_info: { remain_visit_quota: REMAINING_VISITS } }
      : { [`${kind}_info`]: infoOf(record) };
  return { ...okAnswer(value), appid: account.appid };
}

function infoOf(record: LinkRecord) {
  return {
    appid: record.appid,
    path: record.path,
    query: record.query,
    create_time: record.createdAt,
    expire_time: record.expiresAt,
    env_version: record.envVersion,
  };
}
