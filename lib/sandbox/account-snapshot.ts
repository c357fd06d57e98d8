import { z } from "zod";

import { AccountInput, createAccount, type Account } from "./account";
import { ENDPOINTS, mapEndpoints } from "./endpoints";
import { RATE_PERIODS } from "./rate-window";

const RateLimit = z.strictObject({
  period: z.enum(RATE_PERIODS),
  limit: z.number().int().min(0),
});

/** An account as kept in a file: without tokens, and with the limits of its rates but not their counts. */
export const AccountSnapshot = AccountInput.extend({
  /** Of A and C, base64 of the digests that IdentityCount keeps. */
  identities: z.string(),
  /** Pages of B with check_path=false, likewise. */
  uncheckedIdentities: z.string(),
  rates: z.partialRecord(z.enum(ENDPOINTS), z.array(RateLimit)),
});
export type AccountSnapshot = z.output<typeof AccountSnapshot>;

export function dumpAccount(account: Account, nowMs: number): AccountSnapshot {
  const { appid, secret, publishedPages, ipWhitelist, ipVerdict } = account;
  const { canMakeShortLinks, permanentShortLinks, uncheckedPages, count } = account;
  const rates = account.calls.view(nowMs);
  return {
    appid,
    secret,
    publishedPages: [...publishedPages],
    limit: count.limit,
    used: count.used,
    ipWhitelist: ipWhitelist === null ? null : [...ipWhitelist],
    ipVerdict,
    canMakeShortLinks,
    permanentShortLinks,
    uncheckedPages: uncheckedPages.used,
    identities: count.dumpIdentities(),
    uncheckedIdentities: uncheckedPages.dumpIdentities(),
    rates: mapEndpoints((name) => rates[name].map(({ period, limit }) => ({ period, limit }))),
  };
}

/** Throws on identities that are cut off. */
export function loadAccount(snapshot: AccountSnapshot, nowMs: number): Account {
  const { identities, uncheckedIdentities, rates, ...input } = snapshot;
  const account = createAccount(input);
  account.count.loadIdentities(identities);
  account.uncheckedPages.loadIdentities(uncheckedIdentities);
  for (const name of ENDPOINTS) {
    for (const rate of rates[name] ?? []) account.calls.patch(name, rate, nowMs);
  }
  return account;
}
