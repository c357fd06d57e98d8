import type { Account } from "./account";
import type { AuthorizerCheck } from "./component-registry";
import type { Endpoint } from "./endpoints";
import type { SandboxState } from "./state";
import type { WireRequest } from "./wire-request";

export type Admitted = { account: Account } | TokenRefusal;

export type TokenRefusal = { errcode: number; errmsg?: string };

/** Longer than any real token: the docs say store at least 512 (section 1.1). */
const WELL_FORMED_TOKEN = /^[0-9A-Za-z_-]{1,512}$/;

/** The permission set a platform needs on behalf of a mini program (section 5). */
const PERMISSION_SETS: Readonly<Partial<Record<Endpoint, number>>> = {
  getwxacode: 17,
  getwxacodeunlimit: 17,
  createwxaqrcode: 17,
  generatescheme: 88,
  queryscheme: 88,
  generate_urllink: 88,
  query_urllink: 88,
  genwxashortlink: 88,
};

/**
 * Whose token it is, or 41001 missing, 40014 malformed, 40001 unknown or replaced, 42001 expired
 * (section 4). A platform's token for a mini program is held to consent, address and permission set;
 * a platform's own token answers 48001.
 */
export function admitToken(
  state: SandboxState,
  endpoint: Endpoint,
  request: WireRequest,
): Admitted {
  const token = request.query.get("access_token") ?? "";
  const malformed = checkTokenShape(token);
  if (malformed !== null) return { errcode: malformed };
  const found = state.checkToken(token);
  if (found !== null) {
    return found.errcode === 0 ? { account: found.account } : { errcode: found.errcode };
  }
  const consent = state.components.checkAuthorizer(token, state.now());
  if (consent !== null) return admitAuthorizer(state, endpoint, request, consent);
  const isPlatforms = state.components.checkComponent(token, state.now()) !== null;
  return { errcode: isPlatforms ? 48001 : 40001 };
}

/** 41001 or 40014, null when the token could be one. */
export function checkTokenShape(token: string): number | null {
  if (token === "") return 41001;
  return WELL_FORMED_TOKEN.test(token) ? null : 40014;
}

/** 61004 with the address WeChat saw, null when the platform may call from there (section 4). */
export function checkPlatformIp(
  whitelist: readonly string[] | null,
  { ip }: WireRequest,
): TokenRefusal | null {
  if (whitelist === null || whitelist.includes(ip)) return null;
  return { errcode: 61004, errmsg: `access clientip is not registered requestIP: ${ip}` };
}

function admitAuthorizer(
  state: SandboxState,
  endpoint: Endpoint,
  request: WireRequest,
  { component, authorization, errcode }: AuthorizerCheck,
): Admitted {
  const account = state.accountOf(authorization.appid);
  if (authorization.isWithdrawn || account === null) return { errcode: 61003 };
  if (errcode !== 0) return { errcode };
  const wrongIp = checkPlatformIp(component.ipWhitelist, request);
  if (wrongIp !== null) return wrongIp;
  const wanted = PERMISSION_SETS[endpoint];
  const isPermitted = wanted === undefined || authorization.sets.includes(wanted);
  return isPermitted ? { account } : { errcode: 61007 };
}
