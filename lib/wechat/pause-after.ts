import { ENDPOINTS, type EndpointName, isOfPlatform } from "./endpoints";
import type { WechatApiError } from "./errors";
import type { Pause, PauseScope, PauseState } from "./pause-store";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** WeChat's days turn at midnight in China. */
const BEIJING_OFFSET_MS = 8 * 3_600_000;

/**
 * The pause a refusal asks for by its class (section 4, last paragraph), or null.
 * - A minute's limit holds back the whole mini program.
 * - A day's limit is one API's own, so the others go on; without tokens nothing does.
 * - `stop_forever` at A or C stops both, for they share the 100,000; at the token everything. A
 *   platform's own trouble ends at the platform, so it never stops a mini program for good.
 */
export function pauseAfter(error: WechatApiError, now: Date): Pause | null {
  const { endpoint, errcode, errorClass: reason } = error;
  switch (reason) {
    case "next_minute":
      return { scope: "all", reason, until: nextMinute(now), errcode };
    case "next_day":
      return { scope: ownScope(endpoint), reason, until: nextBeijingDay(now), errcode };
    case "stop_forever": {
      if (isOfPlatform(endpoint)) return null;
      const scope = ENDPOINTS[endpoint].limited ? "limited" : ownScope(endpoint);
      return { scope, reason, until: null, errcode };
    }
    default:
      return null;
  }
}

/** The pause that holds back a call now: the one that lasts longest, or null. */
export function findPause({ pauses }: PauseState, endpoint: EndpointName, now: Date): Pause | null {
  const holding = pauses.filter(
    ({ scope, until }) => covers(scope, endpoint) && (until === null || until > now),
  );
  return holding.toSorted((one, other) => endOf(other) - endOf(one))[0] ?? null;
}

export function nextMinute(now: Date): Date {
  return new Date((Math.floor(now.getTime() / MINUTE_MS) + 1) * MINUTE_MS);
}

export function nextBeijingDay(now: Date): Date {
  const day = Math.floor((now.getTime() + BEIJING_OFFSET_MS) / DAY_MS);
  return new Date((day + 1) * DAY_MS - BEIJING_OFFSET_MS);
}

function ownScope(endpoint: EndpointName): PauseScope {
  // A platform's call is seen here only when a mini program's token could not be had.
  const isForToken = ENDPOINTS[endpoint].answers === "token" || isOfPlatform(endpoint);
  return isForToken ? "all" : endpoint;
}

function covers(scope: PauseScope, endpoint: EndpointName): boolean {
  if (scope === "limited") return ENDPOINTS[endpoint].limited;
  return scope === "all" || scope === endpoint;
}

/** Finite, so that two endless pauses compare. */
function endOf({ until }: Pause): number {
  return until === null ? Number.MAX_VALUE : until.getTime();
}
