import { z } from "zod";

import { admitJsonCall, type RateErrcodes } from "./json-call";
import type { SandboxState } from "./state";
import { okAnswer, type WireAnswer } from "./wire-answer";
import type { WireRequest } from "./wire-request";

const RidBody = z.object({ rid: z.string().nullish() });

const RATES: RateErrcodes = { second: 44990, minute: 45011, day: 45009, month: 45009 };

const RID = /^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/;

/**
 * POST /cgi-bin/openapi/rid/get (section 0): the call behind a rid, without its secrets. 76002
 * malformed, 76001 unknown or older than seven days, 76003 another account's.
 */
export function answerRidGet(state: SandboxState, request: WireRequest): WireAnswer {
  const rules = { schema: RidBody, rates: RATES };
  const call = admitJsonCall(state, "rid_get", request, rules);
  if ("refusal" in call) return call.refusal;
  const { account, body, nowMs, refuse } = call;
  const rid = body.rid ?? "";
  if (!RID.test(rid)) return refuse(76002);
  const record = state.rids.find(rid, nowMs);
  if (record === null) return refuse(76001);
  if (record.appid !== account.appid) return refuse(76003);
  const found = {
    invoke_time: Math.floor(record.invokedAtMs / 1000),
    cost_in_ms: record.costMs,
    request_url: record.url,
    request_body: record.body,
    response_body: record.answer,
    client_ip: record.ip,
  };
  return { ...okAnswer({ request: found }), appid: account.appid };
}
