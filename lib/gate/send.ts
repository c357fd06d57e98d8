import type { ServerResponse } from "node:http";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Reply } from "@/lib/gate/answer";

const HEADERS = {
  "Content-Type": "application/json; charset=utf-8",
  "Cache-Control": "no-store",
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "Retry-After, X-Mintdesk-Signature",
  "X-Content-Type-Options": "nosniff",
};

const PREFLIGHT = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
  "Access-Control-Allow-Headers": "Content-Type",
  "Access-Control-Max-Age": "86400",
};

/** Written to the socket's own response: header names stay as they are, and no fetch Response has to be made. */
export function send(outgoing: ServerResponse, { status, body, headers }: Reply): Response {
  const length = { "Content-Length": Buffer.byteLength(body) };
  outgoing.writeHead(status, { ...HEADERS, ...headers, ...length }).end(body);
  return RESPONSE_ALREADY_SENT;
}

/** Any page of any origin may ask. */
export function sendPreflight(outgoing: ServerResponse): Response {
  outgoing.writeHead(204, PREFLIGHT).end();
  return RESPONSE_ALREADY_SENT;
}
