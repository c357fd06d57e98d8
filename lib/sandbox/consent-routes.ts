import type { HttpBindings } from "@hono/node-server";
import type { Context, Hono } from "hono";

import { authorise } from "./component-events";
import { consentPage, consentProblemPage, OFFERED_SETS } from "./consent-page";
import { checkConsent, redirectWithCode, type ConsentProblem } from "./consent-request";
import type { SandboxState } from "./state";

/** On mp.weixin.qq.com at WeChat (section 5, "Auth page"). */
export const CONSENT_PATH = "/cgi-bin/componentloginpage";

const PAGE_HEADERS = {
  "Cache-Control": "no-store",
  "Content-Security-Policy":
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  // The address holds the pre-authorisation code.
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

type App = { Bindings: HttpBindings };

/**
 * The page where a mini program's owner consents to a platform: GET shows it, POST consents like the
 * control route and leads back with auth_code and expires_in. No call of the API: it has no rid, no
 * log entry and no faults.
 */
export function addConsentRoutes(app: Hono<App>, state: SandboxState): void {
  app.get(CONSENT_PATH, (c) => {
    const request = checkConsent(state, queryOf(c));
    if ("problem" in request) return showProblem(c, request.problem);
    return c.html(consentPage(request), 200, PAGE_HEADERS);
  });
  app.post(CONSENT_PATH, async (c) => {
    const form = await c.req.parseBody({ all: true });
    // Checked after the body has come, or two clicks at once would both find the code unspent.
    const request = checkConsent(state, queryOf(c));
    if ("problem" in request) return showProblem(c, request.problem);
    const { component, preAuthCode, redirectUri, accounts } = request;
    const account = accounts.find(({ appid }) => appid === form.appid);
    if (account === undefined) return showProblem(c, "unknown_account");
    const ticked = [form.sets].flat();
    const sets = OFFERED_SETS.map(({ id }) => id).filter((id) => ticked.includes(String(id)));
    const consent = { appid: account.appid, sets, preAuthCode };
    const { authorizationCode, expiresIn } = await authorise(state, component, consent, {
      url: component.pushUrl,
    });
    return c.redirect(redirectWithCode(redirectUri, authorizationCode, expiresIn), 303);
  });
}

function queryOf(c: Context<App>): URLSearchParams {
  return new URL(c.req.url).searchParams;
}

function showProblem(c: Context<App>, problem: ConsentProblem): Response | Promise<Response> {
  return c.html(consentProblemPage(problem), 400, PAGE_HEADERS);
}
