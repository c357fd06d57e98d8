import { z } from "zod";

import type { ComponentInput } from "./component";
import { CallCounts, type RatesView } from "./call-counts";
import { ENDPOINTS } from "./endpoints";
import { IdentityCount } from "./identity-count";
import { LIFETIME_LIMIT, LifetimeCount } from "./lifetime-count";
import { RATE_PERIODS, RateWindow, type RateReading } from "./rate-window";
import { TokenBook } from "./token-book";

/** What the administrator said to a new address asking for a stable token (section 1.2). */
export const IP_VERDICTS = ["open", "pending", "refused_hour", "refused_day"] as const;

export type IpVerdict = (typeof IP_VERDICTS)[number];

export const AccountInput = z.strictObject({
  appid: z.string().regex(/^wx[0-9a-z]{1,40}$/),
  secret: z.string().min(1).max(128),
  /** The first one is the home page. Empty means no online release. */
  publishedPages: z.array(z.string().min(1)).max(10_000).default([]),
  limit: z.number().int().min(0).max(LIFETIME_LIMIT).default(LIFETIME_LIMIT),
  used: z.number().int().min(0).default(0),
  /** Null: every address may fetch tokens. */
  ipWhitelist: z.array(z.string()).nullable().default(null),
  ipVerdict: z.enum(IP_VERDICTS).default("open"),
  /** False answers 43104: sources disagree who may make short links (section 6.3). */
  canMakeShortLinks: z.boolean().default(true),
  /** Permanent short links made so far, of 100,000 for life (section 6.3). */
  permanentShortLinks: z.number().int().min(0).default(0),
  /** Distinct pages minted by B with check_path=false so far, of 60,000 (section 2.1). */
  uncheckedPages: z.number().int().min(0).default(0),
});
export type AccountInput = z.input<typeof AccountInput>;

const RatePatch = z.strictObject({
  period: z.enum(RATE_PERIODS),
  limit: z.number().int().min(0).optional(),
  used: z.number().int().min(0).optional(),
});

export const AccountPatch = z.strictObject({
  secret: z.string().min(1).max(128).optional(),
  publishedPages: z.array(z.string().min(1)).max(10_000).optional(),
  limit: z.number().int().min(0).max(LIFETIME_LIMIT).optional(),
  used: z.number().int().min(0).optional(),
  ipWhitelist: z.array(z.string()).nullable().optional(),
  ipVerdict: z.enum(IP_VERDICTS).optional(),
  canMakeShortLinks: z.boolean().optional(),
  permanentShortLinks: z.number().int().min(0).optional(),
  uncheckedPages: z.number().int().min(0).optional(),
  rates: z.partialRecord(z.enum(ENDPOINTS), RatePatch).optional(),
});
export type AccountPatch = z.input<typeof AccountPatch>;

export type Account = {
  appid: string;
  secret: string;
  publishedPages: readonly string[];
  ipWhitelist: readonly string[] | null;
  ipVerdict: IpVerdict;
  canMakeShortLinks: boolean;
  permanentShortLinks: number;
  uncheckedPages: IdentityCount;
  count: LifetimeCount;
  tokens: { plain: TokenBook; stable: TokenBook };
  calls: CallCounts;
  forcedRefreshes: RateWindow;
};

export type AccountView = {
  appid: string;
  secret: string;
  publishedPages: readonly string[];
  ipWhitelist: readonly string[] | null;
  ipVerdict: IpVerdict;
  canMakeShortLinks: boolean;
  permanentShortLinks: number;
  uncheckedPages: number;
  limit: number;
  used: number;
  identities: number;
  rates: RatesView;
  forcedRefreshes: RateReading;
};

/** The account everything runs with when there are no credentials. */
export const BUILT_IN_ACCOUNT: AccountInput = {
  appid: "wx5a4db0c0de000001",
  secret: "5a4db0c0de5a4db0c0de5a4db0c0de01",
  publishedPages: ["pages/index/index", "pages/shop/index", "pages/campaign/index"],
};

/** The third-party platform that is there from the start (section 5). */
export const BUILT_IN_COMPONENT: ComponentInput = {
  appid: "wx5a4db0c0dec00001",
  secret: "5a4db0c0dec05a4db0c0dec05a4db0c1",
  token: "sandboxpush",
  encodingAesKey: "sandboxsandboxsandboxsandboxsandboxsandbox0",
};

/** Twenty forced refreshes a day (section 1.2). */
const FORCED_PER_DAY = 20;

/** Of one account, for B with check_path=false (section 2.1). */
const UNCHECKED_PAGES = 60_000;

/** An account with fresh tokens and counters. Throws a ZodError on bad input. */
export function createAccount(input: AccountInput): Account {
  const { limit, used, uncheckedPages, ...identity } = AccountInput.parse(input);
  const pages = new IdentityCount(UNCHECKED_PAGES, UNCHECKED_PAGES);
  pages.used = uncheckedPages;
  const count = new LifetimeCount(limit);
  count.used = used;
  return {
    ...identity,
    count,
    uncheckedPages: pages,
    tokens: { plain: new TokenBook(), stable: new TokenBook() },
    calls: new CallCounts(),
    forcedRefreshes: new RateWindow("day", FORCED_PER_DAY),
  };
}

/** Changes only what the patch names. Throws a ZodError on bad input. */
export function patchAccount(account: Account, input: AccountPatch, nowMs: number): void {
  const patch = AccountPatch.parse(input);
  account.secret = patch.secret ?? account.secret;
  account.publishedPages = patch.publishedPages ?? account.publishedPages;
  if (patch.ipWhitelist !== undefined) account.ipWhitelist = patch.ipWhitelist;
  account.ipVerdict = patch.ipVerdict ?? account.ipVerdict;
  account.canMakeShortLinks = patch.canMakeShortLinks ?? account.canMakeShortLinks;
  account.permanentShortLinks = patch.permanentShortLinks ?? account.permanentShortLinks;
  account.uncheckedPages.used = patch.uncheckedPages ?? account.uncheckedPages.used;
  account.count.limit = patch.limit ?? account.count.limit;
  account.count.used = patch.used ?? account.count.used;
  for (const name of ENDPOINTS) {
    const rate = patch.rates?.[name];
    if (rate !== undefined) account.calls.patch(name, rate, nowMs);
  }
}

export function viewAccount(account: Account, nowMs: number): AccountView {
  const { appid, secret, publishedPages, ipWhitelist, ipVerdict, count } = account;
  return {
    appid,
    secret,
    publishedPages,
    ipWhitelist,
    ipVerdict,
    canMakeShortLinks: account.canMakeShortLinks,
    permanentShortLinks: account.permanentShortLinks,
    uncheckedPages: account.uncheckedPages.used,
    limit: count.limit,
    used: count.used,
    identities: count.identityCount,
    rates: account.calls.view(nowMs),
    forcedRefreshes: account.forcedRefreshes.read(nowMs),
  };
}
