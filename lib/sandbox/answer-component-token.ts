import { z } from "zod";

import type { Component } from "./component";
import { pushTicket } from "./component-events";
import { admitWithoutToken } from "./component-gate";
import type { SandboxState } from "./state";
import { jsonAnswer, okAnswer, type WireAnswer } from "./wire-answer";
import type { WireRequest } from "./wire-request";

/** Here the secret is called component_secret (section 5, "Restart pushes"). */
const StartBody = z.object({ component_secret: z.string().nullish() });

const TokenBody = z.object({
  component_appsecret: z.string().nullish(),
  component_verify_ticket: z.string().nullish(),
});

/** A ticket works for twelve hours (section 5). */
const TICKET_LIFE_MS = 12 * 3_600_000;

/** POST …/api_start_push_ticket (section 5): one ticket is pushed soon after the answer. */
export function answerStartPushTicket(state: SandboxState, request: WireRequest): WireAnswer {
  const call = admitWithoutToken(state, request, StartBody);
  if ("refusal" in call) return call.refusal;
  const { component, body, refuse } = call;
  const wrongSecret = checkSecret(component, body.component_secret ?? "");
  if (wrongSecret !== null) return refuse(wrongSecret);
  component.isPushing = true;
  void pushTicket(state, component, { url: component.pushUrl });
  return { ...okAnswer(), appid: component.appid };
}

/**
 * POST …/api_component_token (section 5): `{component_access_token, expires_in}`. 41004 and 40125
 * secret, 61006 unknown ticket, 61005 ticket older than twelve hours.
 */
export function answerComponentToken(state: SandboxState, request: WireRequest): WireAnswer {
  const call = admitWithoutToken(state, request, TokenBody);
  if ("refusal" in call) return call.refusal;
  const { component, body, nowMs, refuse } = call;
  const wrongSecret = checkSecret(component, body.component_appsecret ?? "");
  if (wrongSecret !== null) return refuse(wrongSecret);
  const ticket = component.tickets.find(({ value }) => value === body.component_verify_ticket);
  if (ticket === undefined) return refuse(61006);
  if (nowMs - ticket.issuedAtMs >= TICKET_LIFE_MS) return refuse(61005);
  const { accessToken, expiresInSeconds } = component.tokens.issue(nowMs);
  const value = { component_access_token: accessToken, expires_in: expiresInSeconds };
  return { ...jsonAnswer(value), appid: component.appid };
}

function checkSecret(component: Component, secret: string): number | null {
  if (secret === "") return 41004;
  return secret === component.secret ? null : 40125;
}
