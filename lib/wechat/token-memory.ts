import type { StoredToken, TokenStore } from "./token-store";

/** What a process remembers about one account's token; the token itself stays in the store. */
export interface TokenMemory {
  readonly flights: Map<string, Promise<StoredToken>>;
  /** When this process last got a token from WeChat. */
  fetchedAtMs: number;
  /** Until then a token that works is used without an early refresh. */
  quietUntilMs: number;
  forcedAtMs: number[];
}

/** Shared by all sources over one store, so that two clients do not both ask. */
const memories = new WeakMap<TokenStore, Map<string, TokenMemory>>();

/** The process's memory for one key of one store. */
export function tokenMemory(store: TokenStore, key: string): TokenMemory {
  const byKey = memories.get(store) ?? new Map<string, TokenMemory>();
  memories.set(store, byKey);
  const memory = byKey.get(key) ?? {
    flights: new Map(),
    fetchedAtMs: -Infinity,
    quietUntilMs: -Infinity,
    forcedAtMs: [],
  };
  byKey.set(key, memory);
  return memory;
}

/** Joins the flight of that name, or starts it. */
export function shareFlight(
  memory: TokenMemory,
  name: string,
  start: () => Promise<StoredToken>,
): Promise<StoredToken> {
  const running = memory.flights.get(name);
  if (running) return running;
  const flight = start().finally(() => memory.flights.delete(name));
  memory.flights.set(name, flight);
  return flight;
}
