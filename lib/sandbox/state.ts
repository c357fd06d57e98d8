import {
  createAccount,
  patchAccount,
  viewAccount,
  BUILT_IN_ACCOUNT,
  BUILT_IN_COMPONENT,
  type Account,
  type AccountInput,
  type AccountPatch,
  type AccountView,
} from "./account";
import { SandboxClock } from "./clock";
import { createComponent, type Component } from "./component";
import { ComponentRegistry } from "./component-registry";
import type { Endpoint } from "./endpoints";
import { FaultRules, type FaultRule, type FaultRuleInput } from "./faults";
import { LinkBook } from "./link-book";
import { PictureCache } from "./picture-cache";
import { RequestLog, type RequestEntry } from "./request-log";
import { RidBook } from "./rid-book";
import { DEFAULT_SETTINGS, Settings } from "./settings";
import type { TokenEnd, TokenKind } from "./token-book";

export type StateOptions = {
  /** Milliseconds since 1970. */
  now: () => number;
  /** 0 up to 1, for faults by probability and drawn delays. */
  random: () => number;
};

/** What of a sandbox outlives a restart. */
export type Lasting = {
  settings: Settings;
  accounts: readonly Account[];
  components: readonly Component[];
};

export type RetireTokens = { kind?: TokenKind; how: "expired" | "invalid" };

/** Unfinished work of nobody: a sandbox keeps a bounded number of accounts. */
const MAX_ACCOUNTS = 1_000;

/** Everything the sandbox knows. The control API and tests use the same methods. */
export class SandboxState {
  readonly faults: FaultRules;
  readonly requests = new RequestLog();
  readonly rids = new RidBook();
  readonly links = new LinkBook();
  readonly components = new ComponentRegistry(() => this.touch());
  readonly pictures = new PictureCache();
  settings: Settings = DEFAULT_SETTINGS;
  readonly clock: SandboxClock;
  /** By the sandbox's clock. */
  readonly now: () => number;
  readonly random: () => number;
  /** Called whenever something changed that outlives a restart. */
  onLastingChange: () => void = () => {};
  private readonly accounts = new Map<string, Account>();

  constructor(options: StateOptions) {
    this.clock = new SandboxClock(options.now);
    this.now = this.clock.now;
    this.random = options.random;
    this.faults = new FaultRules(options.random);
    this.reset();
  }

  /**
   * Back to the built-in account and platform alone, no faults, default settings, empty log, and the
   * clock as it really is.
   */
  reset(): void {
    this.restore({
      settings: DEFAULT_SETTINGS,
      accounts: [createAccount(BUILT_IN_ACCOUNT)],
      components: [createComponent(BUILT_IN_COMPONENT)],
    });
    this.clock.reset();
    this.faults.clear();
    this.requests.clear();
    this.rids.clear();
    this.links.clear();
    this.touch();
  }

  /** What outlives a restart, the things themselves. */
  lasting(): Lasting {
    const { settings } = this;
    return { settings, accounts: [...this.accounts.values()], components: this.components.all() };
  }

  /** These settings, accounts and platforms and no others. */
  restore({ settings, accounts, components }: Lasting): void {
    this.settings = settings;
    this.accounts.clear();
    for (const account of accounts) this.accounts.set(account.appid, account);
    this.components.replace(components);
  }

  /** For the endpoints: something changed that outlives a restart. */
  touch(): void {
    this.onLastingChange();
  }

  /** Null when the appid is taken or the sandbox is full. Throws a ZodError on bad input. */
  createAccount(input: AccountInput): AccountView | null {
    const account = createAccount(input);
    const isTaken =
      this.accounts.has(account.appid) || this.components.find(account.appid) !== null;
    if (isTaken || this.accounts.size >= MAX_ACCOUNTS) return null;
    this.accounts.set(account.appid, account);
    this.touch();
    return viewAccount(account, this.now());
  }

  listAccounts(): AccountView[] {
    return [...this.accounts.values()].map((account) => viewAccount(account, this.now()));
  }

  findAccount(appid: string): AccountView | null {
    const account = this.accounts.get(appid);
    return account === undefined ? null : viewAccount(account, this.now());
  }

  /** Sets secret, pages, limit, counters or rates. Null when there is no such account. */
  updateAccount(appid: string, patch: AccountPatch): AccountView | null {
    const account = this.accounts.get(appid);
    if (account === undefined) return null;
    patchAccount(account, patch, this.now());
    this.touch();
    return viewAccount(account, this.now());
  }

  /** Ends an account's tokens now: "expired" answers 42001, "invalid" 40001. */
  retireTokens(appid: string, { kind, how }: RetireTokens): boolean {
    const account = this.accounts.get(appid);
    if (account === undefined) return false;
    const end: TokenEnd = how === "expired" ? 42001 : 40001;
    if (kind !== "stable") account.tokens.plain.retireAll(this.now(), end);
    if (kind !== "plain") account.tokens.stable.retireAll(this.now(), end);
    return true;
  }

  addFault(rule: FaultRuleInput): FaultRule {
    return this.faults.add(rule);
  }

  /** Changes only the switches named. Throws a ZodError on bad input. */
  configure(patch: Partial<Settings>): Settings {
    this.settings = Settings.parse({ ...this.settings, ...patch });
    this.touch();
    return this.settings;
  }

  listRequests(endpoint?: Endpoint): readonly RequestEntry[] {
    return this.requests.list(endpoint);
  }

  /** For the endpoints: the account itself, not a view. */
  accountOf(appid: string): Account | null {
    return this.accounts.get(appid) ?? null;
  }

  /** For the endpoints: whose token this is, and 0 or the errcode it answers. */
  checkToken(token: string): { account: Account; errcode: 0 | TokenEnd } | null {
    for (const account of this.accounts.values()) {
      const { plain, stable } = account.tokens;
      const errcode = plain.check(token, this.now()) ?? stable.check(token, this.now());
      if (errcode !== null) return { account, errcode };
    }
    return null;
  }
}
