import { z } from "zod";

import type { Account, IpVerdict } from "./account";
import type { SandboxState } from "./state";
import type { TokenGrant } from "./token-book";
import { errorAnswer, jsonAnswer, type WireAnswer } from "./wire-answer";
import type { WireRequest } from "./wire-request";

/** Text of section 1.1, "Over quota". */
const OVER_QUOTA =
  "reach max api daily quota limit, could get access_token by getStableAccessToken";

const StableBody = z.object({
  grant_type: z.string().nullish(),
  appid: z.string().nullish(),
  secret: z.string().nullish(),
  force_refresh: z.boolean().nullish(),
});

/** What an address that is not confirmed answers (section 1.2). */
const VERDICT_ERRCODES: Readonly<Record<IpVerdict, number>> = {
  open: 0,
  pending: 89503,
  refused_day: 89506,
  refused_hour: 89507,
};

type Credentials = { grantType: string; appid: string; secret: string };

/** GET /cgi-bin/token: every call issues a new token (section 1.1). */
export function answerToken(state: SandboxState, request: WireRequest): WireAnswer {
  const nowMs = state.now();
  const admitted = admit(state, request, {
    grantType: request.query.get("grant_type") ?? "",
    appid: request.query.get("appid") ?? "",
    secret: request.query.get("secret") ?? "",
  });
  if ("refusal" in admitted) return admitted.refusal;
  const { account } = admitted;
  if (account.calls.take("token", nowMs, state.settings.rateWindows) !== null) {
    return { ...errorAnswer(45009, nowMs, OVER_QUOTA), appid: account.appid };
  }
  return grantAnswer(account, account.tokens.plain.issue(nowMs));
}

/** POST /cgi-bin/stable_token: one token for everybody, with its remaining seconds (section 1.2). */
export function answerStableToken(state: SandboxState, request: WireRequest): WireAnswer {
  const nowMs = state.now();
  if (request.method !== "POST") return errorAnswer(43002, nowMs);
  if (request.body === "") return errorAnswer(44002, nowMs);
  const body = parseStableBody(request.body);
  if (body === null) return errorAnswer(47001, nowMs);
  const admitted = admit(state, request, {
    grantType: body.grant_type ?? "",
    appid: body.appid ?? "",
    secret: body.secret ?? "",
  });
  if ("refusal" in admitted) return admitted.refusal;
  const { account } = admitted;
  const refuse = (errcode: number) => ({ ...errorAnswer(errcode, nowMs), appid: account.appid });
  const verdict = VERDICT_ERRCODES[account.ipVerdict];
  if (verdict !== 0) return refuse(verdict);
  if (account.calls.take("stable_token", nowMs, state.settings.rateWindows) !== null)
    return refuse(45009);
  const { stable } = account.tokens;
  if (body.force_refresh !== true || stable.isForceTooSoon(nowMs)) {
    return grantAnswer(account, stable.current(nowMs));
  }
  if (!account.forcedRefreshes.take(nowMs)) return refuse(45009);
  return grantAnswer(account, stable.force(nowMs));
}

/** Checks credentials: 40002, 41002, 40013, 61024, 41004, 40125, 40164 (sections 1.1, 1.2). */
function admit(
  state: SandboxState,
  request: WireRequest,
  { grantType, appid, secret }: Credentials,
): { account: Account } | { refusal: WireAnswer } {
  const refuse = (errcode: number, errmsg?: string) => ({
    refusal: { ...errorAnswer(errcode, state.now(), errmsg), appid: appid || null },
  });
  if (grantType !== "client_credential") return refuse(40002);
  if (appid === "") return refuse(41002);
  const account = state.accountOf(appid);
  if (account === null) return refuse(state.components.find(appid) === null ? 40013 : 61024);
  if (secret === "") return refuse(41004);
  if (secret !== account.secret) return refuse(40125);
  if (account.ipWhitelist !== null && !account.ipWhitelist.includes(request.ip)) {
    const { ip } = request;
    return refuse(40164, `invalid ip ${ip} ipv6 ::ffff:${ip}, not in whitelist`);
  }
  return { account };
}

function parseStableBody(text: string | null): z.infer<typeof StableBody> | null {
  if (text === null) return null;
  try {
    return StableBody.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function grantAnswer(account: Account, grant: TokenGrant): WireAnswer {
  const answer = jsonAnswer({
    access_token: grant.accessToken,
    expires_in: grant.expiresInSeconds,
  });
  return { ...answer, appid: account.appid };
}
