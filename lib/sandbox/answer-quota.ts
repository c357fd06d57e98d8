import { z } from "zod";

import { ENDPOINT_PATHS, ENDPOINTS, type Endpoint } from "./endpoints";
import { admitJsonCall, type RateErrcodes } from "./json-call";
import type { SandboxState } from "./state";
import { okAnswer, type WireAnswer } from "./wire-answer";
import type { WireRequest } from "./wire-request";

const QuotaBody = z.object({ cgi_path: z.string().nullish() });
const ClearBody = z.object({ appid: z.string().nullish() });

const QUOTA_RATES: RateErrcodes = { second: 44990, minute: 45011, day: 45009, month: 45009 };
/** Ten a month and account (section 6.5). */
const CLEAR_RATES: RateErrcodes = { ...QUOTA_RATES, month: 48006 };

/**
 * POST /cgi-bin/openapi/quota/get (section 6.6): a day's limit, used and remain of one endpoint, and
 * `rate_limit` where it has one. 76003 no leading slash, 76021 no such path.
 */
export function answerQuotaGet(state: SandboxState, request: WireRequest): WireAnswer {
  const rules = { schema: QuotaBody, rates: QUOTA_RATES };
  const call = admitJsonCall(state, "quota_get", request, rules);
  if ("refusal" in call) return call.refusal;
  const { account, body, nowMs, refuse } = call;
  const path = body.cgi_path ?? "";
  if (!path.startsWith("/")) return refuse(76003);
  const endpoint = ENDPOINTS.find((name) => ENDPOINT_PATHS[name] === path);
  if (endpoint === undefined) return refuse(76021);
  if (isOfPlatform(endpoint)) return refuse(76022);
  const { limit, used } = account.calls.readDay(endpoint, nowMs);
  const short = account.calls.readShort(endpoint, nowMs);
  const quota = { daily_limit: limit, used, remain: Math.max(0, limit - used) };
  const rate = short && {
    rate_limit: {
      call_count: short.limit,
      refresh_second: short.period === "second" ? 1 : 60,
    },
  };
  return { ...okAnswer({ quota, ...rate }), appid: account.appid };
}

/** POST /cgi-bin/clear_quota (section 6.5): the daily call counts only, never the 100,000. */
export function answerClearQuota(state: SandboxState, request: WireRequest): WireAnswer {
  const rules = { schema: ClearBody, rates: CLEAR_RATES };
  const call = admitJsonCall(state, "clear_quota", request, rules);
  if ("refusal" in call) return call.refusal;
  const { account, body, nowMs, refuse } = call;
  if (body.appid !== account.appid) return refuse(40013);
  account.calls.clearDays(nowMs);
  return { ...okAnswer(), appid: account.appid };
}

/** A mini program's token knows nothing of a platform's calls. */
function isOfPlatform(endpoint: Endpoint): boolean {
  return ENDPOINT_PATHS[endpoint].startsWith("/cgi-bin/component/");
}
