import { z } from "zod";

import { PRE_AUTH_CODE_SECONDS } from "./component";
import { newRefreshToken } from "./component-events";
import { admitWithToken } from "./component-gate";
import type { SandboxState } from "./state";
import { jsonAnswer, type WireAnswer } from "./wire-answer";
import type { WireRequest } from "./wire-request";

const QueryAuthBody = z.object({ authorization_code: z.string().nullish() });

const AuthorizerBody = z.object({
  authorizer_appid: z.string().nullish(),
  authorizer_refresh_token: z.string().nullish(),
});

const ListBody = z.object({ offset: z.number().nullish(), count: z.number().nullish() });

const MAX_LISTED = 500;

/** POST …/api_create_preauthcode (section 5): `{pre_auth_code, expires_in}`. */
export function answerPreAuthCode(state: SandboxState, request: WireRequest): WireAnswer {
  const call = admitWithToken(state, request, z.object({}));
  if ("refusal" in call) return call.refusal;
  const { component, nowMs } = call;
  const code = component.preAuthCodes.issue(null, nowMs);
  const value = { pre_auth_code: code, expires_in: PRE_AUTH_CODE_SECONDS };
  return { ...jsonAnswer(value), appid: component.appid };
}

/** POST …/api_query_auth (section 5): `authorization_info`. 61009 unknown or spent code, 61010 expired. */
export function answerQueryAuth(state: SandboxState, request: WireRequest): WireAnswer {
  const call = admitWithToken(state, request, QueryAuthBody);
  if ("refusal" in call) return call.refusal;
  const { component, body, nowMs, refuse } = call;
  const code = body.authorization_code ?? "";
  const read = component.authorizationCodes.read(code, nowMs);
  if (read === "unknown") return refuse(61009);
  if (read === "expired") return refuse(61010);
  const authorization = component.authorizations.get(read.value);
  if (authorization === undefined || authorization.isWithdrawn) return refuse(61003);
  component.authorizationCodes.spend(code);
  const { accessToken, expiresInSeconds } = authorization.tokens.issue(nowMs);
  const info = {
    authorizer_appid: authorization.appid,
    authorizer_access_token: accessToken,
    expires_in: expiresInSeconds,
    authorizer_refresh_token: authorization.refreshToken,
    func_info: authorization.sets.map((id) => ({ funcscope_category: { id } })),
  };
  return { ...jsonAnswer({ authorization_info: info }), appid: component.appid };
}

/**
 * POST …/api_authorizer_token (section 5): a token and, every time, a refresh token. 40013 never
 * authorised, 61003 withdrawn, 61023 not the current refresh token.
 */
export function answerAuthorizerToken(state: SandboxState, request: WireRequest): WireAnswer {
  const call = admitWithToken(state, request, AuthorizerBody);
  if ("refusal" in call) return call.refusal;
  const { component, body, nowMs, refuse } = call;
  const authorization = component.authorizations.get(body.authorizer_appid ?? "");
  if (authorization === undefined) return refuse(40013);
  if (authorization.isWithdrawn) return refuse(61003);
  if (body.authorizer_refresh_token !== authorization.refreshToken) return refuse(61023);
  if (state.settings.rotatingRefreshTokens) {
    authorization.refreshToken = newRefreshToken();
    state.touch();
  }
  const { accessToken, expiresInSeconds } = authorization.tokens.issue(nowMs);
  const value = {
    authorizer_access_token: accessToken,
    expires_in: expiresInSeconds,
    authorizer_refresh_token: authorization.refreshToken,
  };
  return { ...jsonAnswer(value), appid: component.appid };
}

/** POST …/api_get_authorizer_list (section 5, "Refresh token lost"): gives refresh tokens back. */
export function answerAuthorizerList(state: SandboxState, request: WireRequest): WireAnswer {
  const call = admitWithToken(state, request, ListBody);
  if ("refusal" in call) return call.refusal;
  const { component, body } = call;
  const all = [...component.authorizations.values()].filter(({ isWithdrawn }) => !isWithdrawn);
  const offset = Math.max(0, Math.trunc(body.offset ?? 0));
  const count = Math.min(MAX_LISTED, Math.max(0, Math.trunc(body.count ?? MAX_LISTED)));
  const list = all.slice(offset, offset + count).map((authorization) => ({
    authorizer_appid: authorization.appid,
    refresh_token: authorization.refreshToken,
    auth_time: Math.floor(authorization.authorizedAtMs / 1000),
  }));
  return { ...jsonAnswer({ total_count: all.length, list }), appid: component.appid };
}
