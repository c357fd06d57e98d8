import type { StoredToken, TokenStore } from "./token-store";

/** A token store for tests and single-process tools; everything is gone with the process. */
export function createMemoryTokenStore(): TokenStore {
  const tokens = new Map<string, StoredToken>();
  const queues = new Map<string, Promise<unknown>>();

  return {
    async read(key) {
      return tokens.get(key) ?? null;
    },
    withLock(key, fn) {
      const turn = (queues.get(key) ?? Promise.resolve()).then(async () => {
        const kept = await fn(tokens.get(key) ?? null);
        tokens.set(key, kept);
        return kept;
      });
      queues.set(
        key,
        turn.catch(() => undefined),
      );
      return turn;
    },
  };
}
