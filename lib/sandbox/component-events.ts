import { randomBytes } from "node:crypto";

import { AUTHORIZATION_CODE_SECONDS, type Authorization, type Component } from "./component";
import { sendPush, type PushOutcome } from "./send-push";
import type { SandboxState } from "./state";
import { TokenBook } from "./token-book";

export type PushOptions = {
  /** Null keeps the event to itself. */
  url: string | null;
  /** As right after a change of keys. */
  usePreviousKey?: boolean;
};

/** Twelve hours of tickets every ten minutes, and some asked for. */
const KEPT_TICKETS = 100;

/** WeChat pushes every ten minutes (section 5). */
const PUSH_PAUSE_MS = 600_000;

/** A new component_verify_ticket, pushed when there is somewhere to push it (section 5). */
export async function pushTicket(
  state: SandboxState,
  component: Component,
  options: PushOptions,
): Promise<{ ticket: string; push: PushOutcome | null }> {
  const value = `ticket@@@${randomBytes(48).toString("base64url")}`;
  const issued = { value, issuedAtMs: state.now() };
  component.tickets = [...component.tickets, issued].slice(-KEPT_TICKETS);
  state.touch();
  const fields = { ComponentVerifyTicket: value };
  const push = await pushEvent(state, component, options, "component_verify_ticket", fields);
  return { ticket: value, push };
}

/** One more ticket when the platform is pushed to and its newest is ten minutes old. */
export function pushTicketWhenDue(state: SandboxState, component: Component): void {
  const { isPushing, pushUrl: url, tickets } = component;
  if (!isPushing) return;
  const ageMs = state.now() - (tickets.at(-1)?.issuedAtMs ?? Number.NEGATIVE_INFINITY);
  // Negative after the clock was set back.
  if (ageMs > PUSH_PAUSE_MS || ageMs < 0) void pushTicket(state, component, { url });
}

/**
 * A mini program's owner consents to the permission sets on the platform's page: an authorization
 * code, and the push `authorized`, `updateauthorized` when the sets changed, or none (section 5).
 */
export async function authorise(
  state: SandboxState,
  component: Component,
  consent: { appid: string; sets: readonly number[]; preAuthCode: string },
  options: PushOptions,
): Promise<{ authorizationCode: string; expiresIn: number; push: PushOutcome | null }> {
  const nowMs = state.now();
  const { appid, sets, preAuthCode } = consent;
  const before = component.authorizations.get(appid);
  const isNew = before === undefined || before.isWithdrawn;
  const isChanged = isNew || !hasSameMembers(before.sets, sets);
  component.preAuthCodes.spend(preAuthCode);
  component.authorizations.set(appid, {
    appid,
    sets,
    refreshToken: isNew ? newRefreshToken() : before.refreshToken,
    tokens: before?.tokens ?? new TokenBook(),
    authorizedAtMs: nowMs,
    isWithdrawn: false,
  });
  state.touch();
  const authorizationCode = component.authorizationCodes.issue(appid, nowMs);
  const push = isChanged
    ? await pushEvent(state, component, options, isNew ? "authorized" : "updateauthorized", {
        AuthorizerAppid: appid,
        AuthorizationCode: authorizationCode,
        AuthorizationCodeExpiredTime: Math.floor(nowMs / 1000) + AUTHORIZATION_CODE_SECONDS,
        PreAuthCode: preAuthCode,
      })
    : null;
  return { authorizationCode, expiresIn: AUTHORIZATION_CODE_SECONDS, push };
}

/** The owner withdraws: tokens answer 61003 from now on, and `unauthorized` is pushed (section 5). */
export async function withdraw(
  state: SandboxState,
  component: Component,
  authorization: Authorization,
  options: PushOptions,
): Promise<{ push: PushOutcome | null }> {
  authorization.isWithdrawn = true;
  state.touch();
  const fields = { AuthorizerAppid: authorization.appid };
  return { push: await pushEvent(state, component, options, "unauthorized", fields) };
}

/** Of the form section 5 shows: `refreshtoken@@@…`. */
export function newRefreshToken(): string {
  return `refreshtoken@@@${randomBytes(32).toString("base64url")}`;
}

async function pushEvent(
  state: SandboxState,
  component: Component,
  { url, usePreviousKey = false }: PushOptions,
  infoType: string,
  fields: Record<string, string | number>,
): Promise<PushOutcome | null> {
  if (url === null) return null;
  const { appid, token, encodingAesKey, previousEncodingAesKey } = component;
  const key = usePreviousKey ? (previousEncodingAesKey ?? encodingAesKey) : encodingAesKey;
  const sender = { appid, token, encodingAesKey: key, hasCdata: state.settings.pushCdata };
  const nowMs = state.now();
  const head = { AppId: appid, CreateTime: Math.floor(nowMs / 1000), InfoType: infoType };
  return sendPush(sender, url, { ...head, ...fields }, nowMs);
}

function hasSameMembers(some: readonly number[], others: readonly number[]): boolean {
  return some.length === others.length && some.every((member) => others.includes(member));
}
