import { z } from "zod";

import type { Component } from "./component";
import { parseJsonBody } from "./json-call";
import type { SandboxState } from "./state";
import { checkPlatformIp, checkTokenShape } from "./token-gate";
import { errorAnswer, type WireAnswer } from "./wire-answer";
import type { WireRequest } from "./wire-request";

export type ComponentCall<T> = {
  component: Component;
  body: T;
  nowMs: number;
  /** An error that the log knows the platform of. */
  refuse: (errcode: number, errmsg?: string) => WireAnswer;
};

type Admitted<S extends z.ZodType> = ComponentCall<z.output<S>> | { refusal: WireAnswer };

const Named = z.object({ component_appid: z.string().nullish() });

/**
 * What a call with a component token checks first: method, token in `component_access_token` or
 * `access_token` (section 5), 61014 for a token of another kind, address, body, and that
 * component_appid is the token's own (41018, 61011).
 */
export function admitWithToken<S extends z.ZodType>(
  state: SandboxState,
  request: WireRequest,
  schema: S,
): Admitted<S> {
  const nowMs = state.now();
  const refusal = (errcode: number) => ({ refusal: errorAnswer(errcode, nowMs) });
  if (request.method !== "POST") return refusal(43002);
  const { query } = request;
  const token = query.get("component_access_token") ?? query.get("access_token") ?? "";
  const malformed = checkTokenShape(token);
  if (malformed !== null) return refusal(malformed);
  const found = state.components.checkComponent(token, nowMs);
  if (found === null) return refusal(isOfAnotherKind(state, token, nowMs) ? 61014 : 40001);
  if (found.errcode !== 0) return refusal(found.errcode);
  const { component } = found;
  return admitBody(request, schema, component, nowMs, (appid) => appid === component.appid);
}

/** What a call with the platform's own secret checks first: method, body, component_appid, address. */
export function admitWithoutToken<S extends z.ZodType>(
  state: SandboxState,
  request: WireRequest,
  schema: S,
): Admitted<S> {
  const nowMs = state.now();
  if (request.method !== "POST") return { refusal: errorAnswer(43002, nowMs) };
  const named = parseJsonBody(request.body, Named);
  if ("errcode" in named) return { refusal: errorAnswer(named.errcode, nowMs) };
  const appid = named.value.component_appid || null;
  const component = appid === null ? null : state.components.find(appid);
  if (component === null) {
    return { refusal: errorAnswer(appid === null ? 41018 : 61011, nowMs) };
  }
  return admitBody(request, schema, component, nowMs, () => true);
}

function admitBody<S extends z.ZodType>(
  request: WireRequest,
  schema: S,
  component: Component,
  nowMs: number,
  isNamed: (appid: string) => boolean,
): Admitted<S> {
  const refuse = (errcode: number, errmsg?: string) => ({
    ...errorAnswer(errcode, nowMs, errmsg),
    appid: component.appid,
  });
  const wrongIp = checkPlatformIp(component.ipWhitelist, request);
  if (wrongIp !== null) return { refusal: refuse(wrongIp.errcode, wrongIp.errmsg) };
  const named = parseJsonBody(request.body, Named);
  const parsed = parseJsonBody(request.body, schema);
  if ("errcode" in named) return { refusal: refuse(named.errcode) };
  if ("errcode" in parsed) return { refusal: refuse(parsed.errcode) };
  const appid = named.value.component_appid ?? "";
  if (appid === "") return { refusal: refuse(41018) };
  if (!isNamed(appid)) return { refusal: refuse(61011) };
  return { component, body: parsed.value, nowMs, refuse };
}

function isOfAnotherKind(state: SandboxState, token: string, nowMs: number): boolean {
  return (
    state.checkToken(token) !== null || state.components.checkAuthorizer(token, nowMs) !== null
  );
}
