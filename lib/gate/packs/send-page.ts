import type { ServerResponse } from "node:http";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Page } from "@/lib/gate/packs/page";
import { PAGE_POLICY } from "@/lib/gate/packs/page-style";

/** The address is the key, so nobody else may come to know it: no cache, no referrer, no search engine. */
export const PRIVATE_HEADERS = {
  "Cache-Control": "no-store",
  "Referrer-Policy": "no-referrer",
  "X-Robots-Tag": "noindex, nofollow",
  "X-Content-Type-Options": "nosniff",
};

const PAGE_HEADERS = {
  ...PRIVATE_HEADERS,
  "Content-Type": "text/html; charset=utf-8",
  "Content-Security-Policy": PAGE_POLICY,
  "X-Frame-Options": "DENY",
  Vary: "Accept-Language, User-Agent",
};

export function sendPage(outgoing: ServerResponse, { status, body, headers }: Page): Response {
  const length = { "Content-Length": Buffer.byteLength(body) };
  outgoing.writeHead(status, { ...PAGE_HEADERS, ...headers, ...length }).end(body);
  return RESPONSE_ALREADY_SENT;
}

/** To where the file is. It changes to a GET, so that reloading it counts nothing again. */
export function sendTo(outgoing: ServerResponse, location: string): Response {
  outgoing.writeHead(303, { ...PRIVATE_HEADERS, Location: location, "Content-Length": 0 }).end();
  return RESPONSE_ALREADY_SENT;
}
