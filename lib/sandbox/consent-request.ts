import type { AccountView } from "./account";
import type { Component } from "./component";
import { LOOPBACK_HOST } from "./send-push";
import type { SandboxState } from "./state";

/** What stands wrong in the address of the page. */
export type ConsentProblem =
  "unknown_component" | "unknown_code" | "expired_code" | "bad_redirect" | "unknown_account";

/** A visit to the page that may go on. */
export type ConsentRequest = {
  component: Component;
  preAuthCode: string;
  redirectUri: URL;
  /** Who may consent: the one that biz_appid names, or everybody. */
  accounts: readonly AccountView[];
};

/** Checks the address of the authorisation page (section 5, "Auth page"). auth_type is not looked at. */
export function checkConsent(
  state: SandboxState,
  query: URLSearchParams,
): ConsentRequest | { problem: ConsentProblem } {
  const component = state.components.find(query.get("component_appid") ?? "");
  if (component === null) return { problem: "unknown_component" };
  const preAuthCode = query.get("pre_auth_code") ?? "";
  const read = component.preAuthCodes.read(preAuthCode, state.now());
  if (read === "unknown") return { problem: "unknown_code" };
  if (read === "expired") return { problem: "expired_code" };
  const redirectUri = parseRedirect(query.get("redirect_uri") ?? "", component.redirectHost);
  if (redirectUri === null) return { problem: "bad_redirect" };
  const named = query.get("biz_appid") ?? "";
  const accounts = state.listAccounts().filter(({ appid }) => named === "" || appid === named);
  if (accounts.length === 0) return { problem: "unknown_account" };
  return { component, preAuthCode, redirectUri, accounts };
}

/** The address to go back to, with its own query left as it is written. */
export function redirectWithCode(redirectUri: URL, code: string, expiresIn: number): string {
  const target = new URL(redirectUri);
  const added = `auth_code=${encodeURIComponent(code)}&expires_in=${expiresIn}`;
  target.search = target.search === "" ? added : `${target.search}&${added}`;
  return target.href;
}

/** Null for what is no web address, carries a password, or leads anywhere but to the registered host. */
function parseRedirect(text: string, redirectHost: string | null): URL | null {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  if (url.username !== "" || url.password !== "") return null;
  const isAllowed =
    redirectHost === null ? LOOPBACK_HOST.test(url.hostname) : url.hostname === redirectHost;
  return isAllowed ? url : null;
}
