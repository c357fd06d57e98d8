import type { Pause, PauseStore } from "./pause-store";

interface Kept {
  pauses: Map<string, Pause>;
  refusedTokens: number;
}

/** A pause store for tests and single-process tools; everything is gone with the process. */
export function createMemoryPauseStore(): PauseStore {
  const byKey = new Map<string, Kept>();
  const keptOf = (key: string): Kept => {
    const kept = byKey.get(key) ?? { pauses: new Map(), refusedTokens: 0 };
    byKey.set(key, kept);
    return kept;
  };

  return {
    async read(key) {
      const { pauses, refusedTokens } = keptOf(key);
      return { pauses: [...pauses.values()], refusedTokens };
    },
    async pause(key, pause) {
      const { pauses } = keptOf(key);
      const name = `${pause.scope} ${pause.reason}`;
      const old = pauses.get(name);
      if (old === undefined || endOf(pause) >= endOf(old)) pauses.set(name, pause);
    },
    async countRefusedToken(key) {
      const kept = keptOf(key);
      kept.refusedTokens += 1;
      return kept.refusedTokens;
    },
    async forgetRefusedTokens(key) {
      keptOf(key).refusedTokens = 0;
    },
    async lift(key) {
      byKey.delete(key);
    },
  };
}

function endOf({ until }: Pause): number {
  return until === null ? Infinity : until.getTime();
}
