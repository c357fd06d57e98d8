import { setTimeout as delay } from "node:timers/promises";
import { createCircuitBreaker, type CircuitBreaker } from "./circuit-breaker";
import { type Clock, systemClock } from "./clock";
import type { EndpointName } from "./endpoints";
import { isWechatError, type WechatError } from "./errors";
import { createMemoryPauseStore } from "./memory-pause-store";
import type { PauseStore } from "./pause-store";
import { RepeatPlan, RetryBudget } from "./retry";

export interface PolicyCall {
  endpoint: EndpointName;
  signal?: AbortSignal | undefined;
}

/** Runs the attempts of one call. */
export type RunCall = <Result>(call: PolicyCall, once: () => Promise<Result>) => Promise<Result>;

export interface CallPolicyOptions {
  /** Shared by all processes; in memory when absent. */
  pauses?: PauseStore;
  clock?: Clock;
  /** 0 up to 1. */
  random?: () => number;
  /** May end early when the signal fires; must not reject. */
  sleep?: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
  /** Calls in a row with a refused token after which none is made; 3 when absent. */
  opensAfter?: number;
  /** How long none is made then; 5 minutes when absent. */
  closesAfterMs?: number;
}

export interface AccountPolicy {
  run: RunCall;
  /** Closes the breaker and ends every pause. */
  close(): Promise<void>;
}

/** One for all clients of a process. */
export interface CallPolicy {
  /** `key` names the mini program in the pause store: base URL, `|`, AppID. */
  forAccount(key: string, options: { repeatUnknownLimited: boolean }): AccountPolicy;
}

/** What may follow a failure is decided here and nowhere else; see README. */
export function createCallPolicy(options: CallPolicyOptions = {}): CallPolicy {
  const { pauses = createMemoryPauseStore(), clock = systemClock } = options;
  const { random = Math.random, sleep = sleepUnlessAborted } = options;
  const { opensAfter, closesAfterMs } = options;
  const budgets = new Map<string, RetryBudget>();

  return {
    forAccount(key, { repeatUnknownLimited }) {
      const budget = budgets.get(key) ?? new RetryBudget();
      budgets.set(key, budget);
      const breaker = createCircuitBreaker({
        key,
        store: pauses,
        clock,
        opensAfter,
        closesAfterMs,
      });
      return {
        run: (call, once) => {
          const plan = new RepeatPlan(call.endpoint, budget, repeatUnknownLimited);
          const repeats = (error: WechatError) => plan.next(error, random);
          return runCall({ breaker, budget, repeats, sleep }, call, once);
        },
        close: () => breaker.close(),
      };
    },
  };
}

interface Run {
  breaker: CircuitBreaker;
  budget: RetryBudget;
  repeats: (error: WechatError) => number | null;
  sleep: NonNullable<CallPolicyOptions["sleep"]>;
}

async function runCall<Result>(
  { breaker, budget, repeats, sleep }: Run,
  call: PolicyCall,
  once: () => Promise<Result>,
): Promise<Result> {
  const state = await breaker.admit(call.endpoint);
  budget.earn();
  // Once a code may have been made, no later "surely not" may hide it from the count.
  let doubt: WechatError | null = null;
  for (;;) {
    try {
      const result = await once();
      await breaker.succeeded(state);
      return result;
    } catch (error) {
      if (!isWechatError(error)) throw doubt ?? error;
      await breaker.failed(error);
      if (error.quotaUsed === "unknown") doubt ??= error;
      const waitMs = call.signal?.aborted ? null : repeats(error);
      if (waitMs === null) throw doubt ?? error;
      await sleep(waitMs, call.signal);
      if (call.signal?.aborted) throw doubt ?? error;
    }
    try {
      // Meanwhile another call may have learnt that none should be made.
      await breaker.admit(call.endpoint);
    } catch (paused) {
      throw doubt ?? paused;
    }
  }
}

async function sleepUnlessAborted(ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await delay(ms, undefined, signal && { signal });
  } catch {
    // Aborted: the caller looks at the signal.
  }
}
