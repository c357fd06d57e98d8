import { randomUUID } from "node:crypto";
import { clientAddress } from "../core/client-address.mjs";
import { securityHeaders } from "./security-headers.mjs";

/** Also in request-headers.ts, for those who read it. */
const ADDRESS_HEADER = "x-mintdesk-address";
const MIB = 1024 * 1024;
/** A little more than the largest file somebody may bring (`SHEET_MAX_BYTES`). */
const BODY_MAX_BYTES = 21 * MIB;
/** Next would read as much of an action, and then fail without saying why. */
const ACTION_MAX_BYTES = MIB;
const SAFE_METHODS = ["GET", "HEAD", "OPTIONS"];
const FOREIGN_SITES = ["cross-site", "same-site"];
/**
 * What only we and Next write into a request: what proxies say of the address the browser asked for, which MINTDESK_URL
 * says instead, the policy of a page with its nonce, and what Next's parts tell each other.
 */
const OURS =
  /^(x-forwarded-(host|port|prefix)|forwarded|content-security-policy(-report-only)?|x-mintdesk-.*|x-middleware-.*|x-invoke-.*|x-matched-path|x-now-route-matches)$/;

/**
 * What happens to every request before Next sees it: where it came from is written down, the Host becomes the one of
 * MINTDESK_URL, so that no address is ever made of what a client claims, and what no page of ours can have sent is refused.
 * Plain JavaScript, because bin/web.mjs runs without a compiler.
 * @param {{ publicUrl: string, trust: import("../core/proxy-trust.mjs").ProxyTrust }} settings
 * @returns {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => boolean}
 *   false when it was refused and answered
 */
export function openDoor({ publicUrl, trust }) {
  const { host, origin, protocol } = new URL(publicUrl);
  const headers = Object.entries(securityHeaders(publicUrl));
  const refuse = openRefusals(origin);
  return (request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    for (const name of Object.keys(request.headers)) {
      if (OURS.test(name)) delete request.headers[name];
    }
    request.headers[ADDRESS_HEADER] = clientAddress(request, trust);
    request.headers.host = host;
    request.headers["x-forwarded-proto"] = protocol.slice(0, -1);
    if (!request.url?.startsWith("/")) return refuse(request, response, 400, "requestOdd");
    // Next would answer it 500.
    if (API.test(request.url) && !isDecodable(request.url)) {
      return refuse(request, response, 400, "addressOdd");
    }
    if (isForeign(request, origin))
      return refuse(request, response, 403, "requestForeign", { origin });
    const mostBytes = "next-action" in request.headers ? ACTION_MAX_BYTES : BODY_MAX_BYTES;
    if (Number(request.headers["content-length"] ?? 0) > mostBytes) {
      return refuse(request, response, 413, "requestLarge", { most: mostBytes / MIB });
    }
    return true;
  };
}

function isDecodable(url) {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}

/** Whether a page of somebody else sends it. WeChat's pushes and scripts name no origin and bring no cookies. */
function isForeign({ method = "", headers }, origin) {
  if (SAFE_METHODS.includes(method)) return false;
  if (headers.origin !== undefined) return headers.origin !== origin;
  return FOREIGN_SITES.includes(String(headers["sec-fetch-site"] ?? ""));
}

const CODES = { 400: "invalid_input", 403: "forbidden", 413: "invalid_input" };
const API = /^\/api\/v1(\/|$|\?)/;
/** Also in lib/api/problem.ts and request-headers.ts: what a program is told, in the words of messages/en/errors.json. */
const PROBLEMS = {
  400: {
    code: "bad_request",
    detail: () => "The request has no usable address. Encode it as UTF-8.",
  },
  403: {
    code: "forbidden",
    detail: ({ origin }) => `A page that is not of ${origin} sent this. Programs name no Origin.`,
  },
  413: {
    code: "too_large",
    detail: ({ most }) => `What was sent is too large: at most ${most} MB. Send less at once.`,
  },
};
const REQUEST_ID_HEADER = "x-request-id";
const REQUEST_ID = /^[\w.:-]{1,100}$/;

/** A refusal, in the shape its reader knows. */
function openRefusals(publicUrl) {
  return (request, response, status, reason, values = {}) => {
    const isProgram = API.test(request.url ?? "");
    const answer = isProgram ? problem : formAnswer;
    const { headers, body } = answer({ publicUrl, request, status, reason, values });
    // The rest of what is sent is not waited for.
    response.writeHead(status, { ...headers, "Cache-Control": "no-store", Connection: "close" });
    response.end(JSON.stringify(body));
    return false;
  };
}

/** As lib/web/public-error.ts would say it, and as the sign-in form reads it, which is told everything by an address. */
function formAnswer({ status, reason, values }) {
  const told = new URLSearchParams({ error: JSON.stringify({ reason, values }) });
  const url = `http://desk/sign-in?${told}`;
  const body = { code: CODES[status], reason, values, requestId: randomUUID(), url };
  return { headers: { "Content-Type": "application/json" }, body };
}

/** As lib/api/problem.ts would say it. */
function problem({ publicUrl, request, status, reason, values }) {
  const told = String(request.headers[REQUEST_ID_HEADER] ?? "");
  const requestId = REQUEST_ID.test(told) ? told : randomUUID();
  const { code, detail } = PROBLEMS[status];
  const body = {
    type: `${publicUrl}/developers#${code}`,
    title: code.replaceAll("_", " "),
    status,
    code,
    reason,
    detail: detail(values),
    requestId,
  };
  const headers = { "Content-Type": "application/problem+json", [REQUEST_ID_HEADER]: requestId };
  return { headers, body };
}
