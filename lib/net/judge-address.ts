import { isIP } from "node:net";
import { isPublicAddress } from "@/lib/net/guarded-dispatcher";

/** What may be done with an address: `listed` ones are reached as they are, `public` ones by a guarded connection. */
export type AddressVerdict = "listed" | "public" | "insecure" | "blocked";

/** Judges where an address leads, as far as its text says; `hosts` are those the environment allows. */
export function judgeAddress(url: URL, hosts: readonly string[]): AddressVerdict {
  if (hosts.includes(url.host) || hosts.includes(url.hostname)) return "listed";
  if (url.protocol !== "https:") return "insecure";
  // A literal address never passes the look-up, so it is judged here.
  const literal = url.hostname.replaceAll(/^\[|\]$/g, "");
  return isIP(literal) !== 0 && !isPublicAddress(literal) ? "blocked" : "public";
}
