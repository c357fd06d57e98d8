import {
  createAccount,
  patchAccount,
  viewAccount,
  BUILT_IN_ACCOUNT,
  type Account,
  type AccountInput,
  type AccountPatch,
  type AccountView,
} from "./account";
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
  /** 0 up to 1, for faults by probability. */
  random: () => number;
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
  readonly components = new ComponentRegistry();
  readonly pictures = new PictureCache();
  settings: Settings = DEFAULT_SETTINGS;
  readonly now: () => number;
  private readonly accounts = new Map<string, Account>();

  constructor(options: StateOptions) {
    this.now = options.now;
    this.faults = new FaultRules(options.random);
    this.reset();
  }

  /** Back to the built-in account alone, no faults, default settings, empty log. */
  reset(): void {
    this.accounts.clear();
    this.createAccount(BUILT_IN_ACCOUNT);
    this.settings = DEFAULT_SETTINGS;
    this.faults.clear();
    this.requests.clear();
    this.rids.clear();
    this.links.clear();
    this.components.clear();
  }

  /** Null when the appid is taken or the sandbox is full. Throws a ZodError on bad input. */
  createAccount(input: AccountInput): AccountView | null {
    const account = createAccount(input);
    if (this.accounts.has(account.appid) || this.accounts.size >= MAX_ACCOUNTS) return null;
    this.accounts.set(account.appid, account);
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
