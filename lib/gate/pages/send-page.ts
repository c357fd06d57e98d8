import type { ServerResponse } from "node:http";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Page } from "@/lib/gate/pages/page";

/** The address is the key, so nobody else may come to know it: no cache, no referrer, no search engine. */
export const PRIVATE_HEADERS = {
  "Cache-Control": "no-store",
  "Referrer-Policy": "no-referrer",
  "X-Robots-Tag": "noindex, nofollow",
  "X-Content-Type-Options": "nosniff",
};

/** A file to be kept, not shown. */
export const FILE_HEADERS = {
  ...PRIVATE_HEADERS,
  "Content-Security-Policy": "default-src 'none'; sandbox",
};

const PAGE_HEADERS = {
  ...PRIVATE_HEADERS,
  "Content-Type": "text/html; charset=utf-8",
  "X-Frame-Options": "DENY",
  Vary: "Accept-Language, User-Agent",
};

export function sendPage(
  outgoing: ServerResponse,
  { status, body, policy, headers }: Page,
): Response {
  const own = { "Content-Security-Policy": policy, "Content-Length": Buffer.byteLength(body) };
  outgoing.writeHead(status, { ...PAGE_HEADERS, ...headers, ...own }).end(body);
  return RESPONSE_ALREADY_SENT;
}

/** To where it is. It changes to a GET, so that reloading it counts nothing again. */
export function sendTo(
  outgoing: ServerResponse,
  location: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const own = { ...PRIVATE_HEADERS, ...headers, Location: location, "Content-Length": 0 };
  outgoing.writeHead(303, own).end();
  return RESPONSE_ALREADY_SENT;
}
