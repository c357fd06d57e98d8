import ipaddr from "ipaddr.js";

const IPV6_NETWORK_BYTES = 8;
/** How a socket that takes both kinds names IPv4. */
const MAPPED_IPV4 = "::ffff:";

/** What counts as one address: of IPv6 the first half, because anybody has all of the second. */
export function addressKey(address: string): string {
  if (!address.includes(":")) return address;
  if (address.startsWith(MAPPED_IPV4)) return address.slice(MAPPED_IPV4.length);
  try {
    const parsed = ipaddr.parse(address);
    return `${Buffer.from(parsed.toByteArray().slice(0, IPV6_NETWORK_BYTES)).toString("hex")}::`;
  } catch {
    return address.slice(0, 64);
  }
}
