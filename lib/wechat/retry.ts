import { ENDPOINTS, type EndpointName } from "./endpoints";
import {
  isWechatApiError,
  isWechatNotSentError,
  type WechatError,
  type WechatNotSentError,
} from "./errors";

/** Why a call may be made again. */
export type RepeatKind =
  /** Nothing was written: repeating is free. */
  | "not_sent"
  /** B: the same scene gives the same code and counts nothing, but the calls have a pace. */
  | "unknown_unlimited"
  /** A and C: free by the word of WeChat's staff only (section 2.3). */
  | "unknown_limited";

/** Repeats per call, of each kind. */
const MOST_REPEATS: Record<RepeatKind, number> = {
  not_sent: 3,
  unknown_unlimited: 2,
  unknown_limited: 1,
};

const BACKOFF_BASE_MS = 250;
const BACKOFF_CAP_MS = 5_000;

/** Repeats allowed per call, on the average. */
const BUDGET_SHARE = 0.1;
/** How many repeats may be saved up in quiet times. */
const BUDGET_MOST = 10;

/** Reasons for not sending that a moment's wait does not change. */
const WAITS_FOR_SOMEBODY: ReadonlySet<WechatNotSentError["why"]> = new Set([
  "aborted",
  "paused",
  "no_ticket",
  "withdrawn",
  "token_server",
]);

/** What kind of repeat could follow a failure of this call; null when none may. */
export function repeatKindOf(error: WechatError, endpoint: EndpointName): RepeatKind | null {
  if (isWechatNotSentError(error)) {
    return WAITS_FOR_SOMEBODY.has(error.why) ? null : "not_sent";
  }
  // A token that did not come has its own sparing rules; see access-token.ts.
  if (error.endpoint !== endpoint || ENDPOINTS[endpoint].answers !== "picture") return null;
  const isUnknown = !isWechatApiError(error) || error.errorClass === "short_retry";
  if (!isUnknown || error.mayRepeat === "no") return null;
  if ("why" in error && error.why === "aborted") return null;
  return ENDPOINTS[endpoint].limited ? "unknown_limited" : "unknown_unlimited";
}

/** Full jitter: anything from 0 to a bound that doubles. `random` is 0 up to 1. */
export function backoffMs(repeats: number, random: number): number {
  return Math.floor(random * Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** repeats));
}

/**
 * Allows one repeat per ten calls, so that a WeChat in trouble gets at most a tenth more traffic.
 * Starts with one, or a lone call could never be repeated. Each process keeps its own: a tenth of
 * each is a tenth of all.
 */
export class RetryBudget {
  #tenths = 1 / BUDGET_SHARE;

  /** A call is about to be made for the first time. */
  earn(): void {
    this.#tenths = Math.min(BUDGET_MOST / BUDGET_SHARE, this.#tenths + 1);
  }

  /** Takes one repeat, or returns false when there is none left. */
  spend(): boolean {
    if (this.#tenths < 1 / BUDGET_SHARE) return false;
    this.#tenths -= 1 / BUDGET_SHARE;
    return true;
  }
}

/** The repeats of one call. */
export class RepeatPlan {
  readonly #used: Record<RepeatKind, number> = {
    not_sent: 0,
    unknown_unlimited: 0,
    unknown_limited: 0,
  };

  constructor(
    private readonly endpoint: EndpointName,
    private readonly budget: RetryBudget,
    private readonly repeatUnknownLimited: boolean,
  ) {}

  /** Milliseconds to wait before the call is made again, or null when it is not. */
  next(error: WechatError, random: () => number): number | null {
    const kind = repeatKindOf(error, this.endpoint);
    if (kind === null || this.#used[kind] >= MOST_REPEATS[kind]) return null;
    if (kind === "unknown_limited" && !this.repeatUnknownLimited) return null;
    if (kind === "unknown_unlimited" && !this.budget.spend()) return null;
    const wait = backoffMs(this.#used[kind], random());
    this.#used[kind] += 1;
    return wait;
  }
}
