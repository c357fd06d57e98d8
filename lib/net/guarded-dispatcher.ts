import { lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { Agent, type Dispatcher } from "undici";

/** An address that leads inside: loopback, a private network, a cloud's metadata, … */
export class BlockedAddressError extends Error {
  override readonly name = "BlockedAddressError";
}

/** Whether an IP address belongs to the public internet; mapped and tunnelled ones are looked through. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";
}

/**
 * Connections that reach public addresses only. The address is checked where the connection is
 * made, so a name that changes its address in between leads nowhere.
 */
export function createGuardedDispatcher(timeoutMs: number): Dispatcher {
  const options = { timeout: timeoutMs, lookup: lookupPublic };
  return new Agent({ connections: 4, pipelining: 1, allowH2: false, connect: options });
}

const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, []);
    const blocked = addresses.find(({ address }) => !isPublicAddress(address));
    if (blocked) {
      return callback(new BlockedAddressError(`${hostname} leads to ${blocked.address}`), []);
    }
    callback(null, addresses);
  });
};
