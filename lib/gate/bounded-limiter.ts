import { LRUCache } from "lru-cache";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

const WINDOW_SECONDS = 60;
/** Of more keys the ones not seen for longest are forgotten, so that a flood of keys takes no more memory. */
const KEYS_MAX = 50_000;

/** Where a key stands after it was counted. */
export interface Count {
  /** Seconds to wait when there were too many, else 0. */
  wait: number;
  left: number;
  /** Seconds until all points are there again. */
  resets: number;
}

/** So many points a minute for each key, in this process. */
export interface BoundedLimiter {
  /** Counts one. */
  take(key: string): Promise<Count>;
  /** Counts one; the seconds to wait when there were too many, else 0. */
  count(key: string): Promise<number>;
  /** The seconds to wait when all are used up, else 0; counts nothing. */
  waitFor(key: string): Promise<number>;
}

export function openLimiter(points: number, keysMax = KEYS_MAX): BoundedLimiter {
  const limiter = new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
  const keys = new LRUCache<string, true>({
    max: keysMax,
    dispose: (_, key) => void limiter.delete(key),
  });
  const take = (key: string) => {
    keys.set(key, true);
    return limiter.consume(key).then(taken, refused);
  };
  return {
    take,
    count: async (key) => (await take(key)).wait,
    async waitFor(key) {
      if (!keys.has(key)) return 0;
      const state = await limiter.get(key);
      return state !== null && state.consumedPoints >= points ? secondsOf(state) : 0;
    },
  };
}

function taken(state: RateLimiterRes): Count {
  return { wait: 0, left: state.remainingPoints, resets: secondsOf(state) };
}

function refused(refusal: unknown): Count {
  if (!(refusal instanceof RateLimiterRes)) throw refusal;
  const wait = secondsOf(refusal);
  return { wait, left: 0, resets: wait };
}

function secondsOf({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1_000));
}
