import ipaddr from "ipaddr.js";
import { isTrusted } from "./proxy-trust.mjs";

/**
 * Where a request came from: the socket's address, or what trusted proxies say of it, read from the right. What
 * stands left of the first machine that is not trusted anybody can have written. Plain JavaScript, because
 * bin/web.mjs runs without a compiler.
 * @param {import("node:http").IncomingMessage} request
 * @param {import("./proxy-trust.mjs").ProxyTrust} trust
 * @returns {string}
 */
export function clientAddress(request, trust) {
  let address = request.socket.remoteAddress ?? "unknown";
  const forwarded = String(request.headers["x-forwarded-for"] ?? "").split(",");
  for (const [place, entry] of forwarded.toReversed().entries()) {
    const before = withoutPort(entry.trim());
    if (!isTrusted(trust, address, place) || !ipaddr.isValid(before)) break;
    address = before;
  }
  return withoutMapping(address);
}

/** A socket that takes both kinds names IPv4 as IPv6. @param {string} address */
function withoutMapping(address) {
  return address.replace(/^::ffff:(?=\d+\.\d+\.)/i, "");
}

/** Some proxies add the port: `192.0.2.1:4711`, `[2001:db8::1]:4711`. @param {string} entry */
function withoutPort(entry) {
  return /^\[(.+)\](?::\d+)?$/.exec(entry)?.[1] ?? entry.replace(/^([\d.]+):\d+$/, "$1");
}
