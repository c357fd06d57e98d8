import ipaddr from "ipaddr.js";
import type { Redaction } from "@/lib/rooms/schema";

/** In place of what is kept back. */
export const HIDDEN = "•••";

const PIECE = String.raw`[^\s@<>()[\]{},;:"'|/\\，。；：、（）《》「」]`;
const MAIL = new RegExp(`(${PIECE}?)${PIECE}*@${PIECE}+`, "gu");
const IPV4 = /(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}/g;
const LIKE_IPV6 = /[0-9a-f]*:[0-9a-f:.]*:[0-9a-f.]*/gi;
/** With something before and behind it. */
const IPV6_MAX_LENGTH = 64;
const IPV6_NETWORK_GROUPS = 4;
/** How a socket that takes both kinds names IPv4. */
const MAPPED_IPV4 = /^::ffff:(?=[\d.]+$)/i;

/** Cuts mail addresses to `l•••@…` and network addresses to their network, wherever they stand in a text. */
export function redactText(text: string, redactions: readonly Redaction[]): string {
  const withoutMails = redactions.includes("mails") ? text.replace(MAIL, `$1${HIDDEN}@…`) : text;
  if (!redactions.includes("addresses")) return withoutMails;
  // IPv6 first: the other may stand inside it.
  return withoutMails.replace(LIKE_IPV6, cutIpv6).replace(IPV4, `$1.${HIDDEN}`);
}

/** A guest's address cut to its network; what is no address at all is hidden as a whole. */
export function redactAddress(address: string): string {
  const cut = redactText(address.replace(MAPPED_IPV4, ""), ["addresses"]);
  return cut === address ? HIDDEN : cut;
}

/** The first address in it; moments look like one and have none. */
function cutIpv6(found: string): string {
  if (found.length > IPV6_MAX_LENGTH) return HIDDEN;
  for (let start = 0; start < found.length; start += 1) {
    for (let end = found.length; end > start; end -= 1) {
      const address = found.slice(start, end);
      if (ipaddr.IPv6.isValid(address)) {
        return found.slice(0, start) + networkOf(address) + found.slice(end);
      }
    }
  }
  return found;
}

function networkOf(address: string): string {
  const groups = ipaddr.IPv6.parse(address).parts.slice(0, IPV6_NETWORK_GROUPS);
  return `${groups.map((group) => group.toString(16)).join(":")}:${HIDDEN}`;
}
