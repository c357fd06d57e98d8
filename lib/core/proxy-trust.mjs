import ipaddr from "ipaddr.js";

/**
 * Which proxies in front of us are believed: so many, or those at these addresses.
 * @typedef {{ hops: number, ranges: readonly [import("ipaddr.js").IPv4 | import("ipaddr.js").IPv6, number][] }} ProxyTrust
 */

const HOPS_MAX = 16;

/**
 * Reads MINTDESK_TRUST_PROXY: `off`, `on` (one proxy), how many proxies stand in a row, or their addresses and
 * networks, separated by commas. Throws with what is allowed. Plain JavaScript, because bin/web.mjs runs without a compiler.
 * @param {string} setting
 * @returns {ProxyTrust}
 */
export function readProxyTrust(setting) {
  const text = setting.trim();
  if (text === "" || text === "off") return { hops: 0, ranges: [] };
  if (text === "on") return { hops: 1, ranges: [] };
  if (/^\d+$/.test(text) && Number(text) <= HOPS_MAX) return { hops: Number(text), ranges: [] };
  return { hops: 0, ranges: text.split(",").map((part) => readRange(part.trim())) };
}

/**
 * Whether what this machine, the n-th before us, says of its caller is believed.
 * @param {ProxyTrust} trust
 * @param {string} address
 * @param {number} place 0 for the socket's end
 * @returns {boolean}
 */
export function isTrusted({ hops, ranges }, address, place) {
  if (place < hops) return true;
  if (ranges.length === 0 || !ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return ranges.some(
    ([network, bits]) => network.kind() === parsed.kind() && parsed.match(network, bits),
  );
}

/** @param {string} text @returns {ProxyTrust["ranges"][number]} */
function readRange(text) {
  // The short forms of IPv4 ("10", "0x7f.1") are too easily a slip.
  const [address = ""] = text.split("/");
  const isWhole = address.includes(":") || ipaddr.IPv4.isValidFourPartDecimal(address);
  if (isWhole && ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text);
  if (isWhole && ipaddr.isValid(text)) {
    const parsed = ipaddr.process(text);
    return [parsed, parsed.kind() === "ipv4" ? 32 : 128];
  }
  throw new Error(
    `must be off, on, a number of proxies up to ${HOPS_MAX}, or addresses and networks such as 10.0.0.0/8,192.0.2.7`,
  );
}
