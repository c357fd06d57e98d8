import type { Clock } from "./clock";
import { type OnTokenEvent, tellTokenEvent, type TokenEvent } from "./token-events";
import { shareFlight, type TokenMemory, tokenMemory } from "./token-memory";
import type { StoredToken, TokenStore } from "./token-store";

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** WeChat hands out the next token in the last 5 minutes of the old one, while both work. */
export const REFRESH_EARLY_MS = 5 * MINUTE_MS;
/** With less than this left a token is not used, or it may die on the way. */
const LEAST_LIFE_MS = 20 * SECOND_MS;
/** A token can come with just 300 s left (section 1.2): without a floor every call would renew it. */
const QUIET_MS = MINUTE_MS;
/** WeChat forces at most 20 a day and none within 30 s (section 1.2); one process takes half. */
const FORCED_GAP_MS = MINUTE_MS;
const FORCED_PER_DAY = 10;

export interface FetchedToken {
  readonly token: string;
  readonly expiresInSeconds: number;
}

/**
 * Fetches a token. With `forceRefresh` it must be another than the last one; without, it may be the
 * same, and the last one should go on working.
 */
export type FetchToken = (request: {
  forceRefresh: boolean;
  signal?: AbortSignal | undefined;
}) => Promise<FetchedToken>;

export interface TokenSourceOptions {
  /** Names the account in the store: base URL and AppID. */
  key: string;
  store: TokenStore;
  clock: Clock;
  /** Asks WeChat; with `forceRefresh` the old token dies at once (section 1.2). */
  fetchToken: (forceRefresh: boolean) => Promise<FetchedToken>;
  /**
   * Every fetch gives a new token and ends the last one, as section 1.1 has it: there is no normal
   * mode to be asked after a refusal, and each replacement counts as forced.
   */
  isAlwaysNew?: boolean;
  onTokenEvent?: OnTokenEvent | undefined;
}

export interface TokenSource {
  /** A token that should work now. Rejects with what `fetchToken` or the store rejects with. */
  get(): Promise<StoredToken>;
  /**
   * A token in place of one WeChat refused with 40001, 40014 or 42001, or null when there is no
   * other to be had, so that the refusal stands.
   */
  replace(refused: StoredToken): Promise<StoredToken | null>;
}

/**
 * Keeps one working token per account (sections 1.2 and 9). One request at a time in a process,
 * one at a time across processes by the store's lock, and a second look after taking it.
 *
 * After a refusal the normal mode is asked first: when another system forced a new token, this
 * takes that token over in place of killing it. Only when the refused token itself comes back, or
 * was fetched a moment ago, is a new one forced, within WeChat's limits.
 */
export function createTokenSource(options: TokenSourceOptions): TokenSource {
  return new StoreBackedTokenSource(options);
}

class StoreBackedTokenSource implements TokenSource {
  readonly #options: TokenSourceOptions;
  readonly #memory: TokenMemory;

  constructor(options: TokenSourceOptions) {
    this.#options = options;
    this.#memory = tokenMemory(options.store, options.key);
  }

  async get(): Promise<StoredToken> {
    const flight = this.#memory.flights.get("get");
    if (flight) return flight;
    const current = await this.#options.store.read(this.#options.key);
    if (this.#isUsable(current)) return current;
    return shareFlight(this.#memory, "get", () => this.#refresh());
  }

  async replace(refused: StoredToken): Promise<StoredToken | null> {
    const { key, store } = this.#options;
    const replaced = await shareFlight(this.#memory, `replace ${refused.version}`, () =>
      store.withLock(key, (current) => this.#replaceInside(current, refused)),
    );
    return isSame(replaced, refused) ? null : replaced;
  }

  async #refresh(): Promise<StoredToken> {
    const { key, store } = this.#options;
    try {
      return await store.withLock(key, async (current) =>
        this.#isUsable(current) ? current : this.#fetch(current, false),
      );
    } catch (error) {
      // An early refresh that failed is no reason to stop while the old token still works.
      const old = await store.read(key);
      if (old === null || this.#lifeLeftMs(old) <= LEAST_LIFE_MS) throw error;
      this.#memory.quietUntilMs = this.#nowMs() + QUIET_MS;
      return old;
    }
  }

  async #replaceInside(current: StoredToken | null, refused: StoredToken): Promise<StoredToken> {
    if (current !== null && !isSame(current, refused)) return current;
    const fetchedJustNow = this.#nowMs() - this.#memory.fetchedAtMs < QUIET_MS;
    if (!fetchedJustNow && this.#options.isAlwaysNew !== true) {
      const normal = await this.#fetch(refused, false);
      if (normal.token !== refused.token) return normal;
    }
    if (!this.#mayForce()) return current ?? refused;
    this.#memory.forcedAtMs.push(this.#nowMs());
    return this.#fetch(refused, true);
  }

  async #fetch(current: StoredToken | null, forceRefresh: boolean): Promise<StoredToken> {
    // Counted from before the request, so that the token never seems to live longer than it does.
    const askedAtMs = this.#nowMs();
    const { token, expiresInSeconds } = await this.#ask(forceRefresh);
    this.#memory.fetchedAtMs = askedAtMs;
    this.#memory.quietUntilMs = askedAtMs + QUIET_MS;
    const expiresAt = new Date(askedAtMs + expiresInSeconds * SECOND_MS);
    const version = current?.token === token ? current.version : (current?.version ?? 0) + 1;
    const isNew = current?.token !== token;
    this.#tell({ kind: "fetched", at: this.#now(), expiresAt, forced: forceRefresh, isNew });
    return { token, expiresAt, version };
  }

  async #ask(forced: boolean): Promise<FetchedToken> {
    try {
      return await this.#options.fetchToken(forced);
    } catch (cause) {
      const error = cause instanceof Error ? cause : new Error("no token came", { cause });
      this.#tell({ kind: "failed", at: this.#now(), forced, error });
      throw cause;
    }
  }

  #tell(event: TokenEvent): void {
    tellTokenEvent(this.#options.onTokenEvent, event);
  }

  #isUsable(stored: StoredToken | null): stored is StoredToken {
    if (stored === null) return false;
    const isQuiet = this.#nowMs() < this.#memory.quietUntilMs;
    return this.#lifeLeftMs(stored) > (isQuiet ? LEAST_LIFE_MS : REFRESH_EARLY_MS);
  }

  #mayForce(): boolean {
    const nowMs = this.#nowMs();
    const today = this.#memory.forcedAtMs.filter((atMs) => nowMs - atMs < DAY_MS);
    this.#memory.forcedAtMs = today;
    const last = today.at(-1);
    return today.length < FORCED_PER_DAY && (last === undefined || nowMs - last >= FORCED_GAP_MS);
  }

  #lifeLeftMs(stored: StoredToken): number {
    return stored.expiresAt.getTime() - this.#nowMs();
  }

  #now(): Date {
    return this.#options.clock.now();
  }

  #nowMs(): number {
    return this.#now().getTime();
  }
}

function isSame(one: StoredToken, other: StoredToken): boolean {
  return one.version === other.version && one.token === other.token;
}
