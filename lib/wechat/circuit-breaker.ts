import type { Clock } from "./clock";
import type { EndpointName } from "./endpoints";
import { isWechatApiError, type WechatError, WechatPausedError } from "./errors";
import { findPause, pauseAfter } from "./pause-after";
import type { PauseState, PauseStore } from "./pause-store";

/** Calls in a row with a refused token after which none is made. */
const OPENS_AFTER = 3;
/** Then one call may find out whether tokens work again. */
const CLOSES_AFTER_MS = 5 * 60_000;

export interface CircuitBreakerOptions {
  /** Names the mini program in the store. */
  key: string;
  store: PauseStore;
  clock: Clock;
  opensAfter?: number | undefined;
  closesAfterMs?: number | undefined;
}

/** Holds a mini program's calls back while an earlier refusal says they are useless. */
export interface CircuitBreaker {
  /** @throws {WechatPausedError} when the call must not be made */
  admit(endpoint: EndpointName): Promise<PauseState>;
  /** `state` is what `admit` gave. Never rejects: a picture must not be lost to a store. */
  succeeded(state: PauseState): Promise<void>;
  /** Never rejects: WeChat's own words matter more than a store that failed. */
  failed(error: WechatError): Promise<void>;
  /** Lets everything go out again. */
  close(): Promise<void>;
}

export function createCircuitBreaker(options: CircuitBreakerOptions): CircuitBreaker {
  const { key, store, clock } = options;
  const { opensAfter = OPENS_AFTER, closesAfterMs = CLOSES_AFTER_MS } = options;

  return {
    async admit(endpoint) {
      const state = await store.read(key);
      const pause = findPause(state, endpoint, clock.now());
      if (pause !== null) throw new WechatPausedError(endpoint, pause);
      return state;
    },
    async succeeded({ refusedTokens }) {
      // Only after refusals, so that a call that goes well writes nothing.
      if (refusedTokens > 0) await quietly(() => store.forgetRefusedTokens(key));
    },
    async failed(error) {
      if (!isWechatApiError(error)) return;
      const { errcode, errorClass } = error;
      const now = clock.now();
      const pause = pauseAfter(error, now);
      if (pause !== null) await quietly(() => store.pause(key, pause));
      if (errorClass !== "refresh_token") return;
      await quietly(async () => {
        if ((await store.countRefusedToken(key)) < opensAfter) return;
        const until = new Date(now.getTime() + closesAfterMs);
        await store.pause(key, { scope: "all", reason: "token_refused", until, errcode });
      });
    },
    close: () => store.lift(key),
  };
}

async function quietly(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch {
    // See the interface: the outcome of the call stands.
  }
}
