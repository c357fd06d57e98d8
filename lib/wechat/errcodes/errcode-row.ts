import type { EndpointName } from "../endpoints";

/**
 * What may follow a refusal (section 4, last paragraph).
 * - `refresh_token`: the token was refused, not the request. Get a new one, once.
 * - `next_minute`, `next_day`: right request, too many of them. Wait that long.
 * - `short_retry`: WeChat stumbled. Repeat after a few seconds, with the same parameters only.
 * - `stop_forever`: nothing on this account will work until a person acts. Stop the whole batch.
 * - `never`: this request is wrong. Others may go on.
 */
export type ErrorClass =
  "refresh_token" | "next_minute" | "next_day" | "stop_forever" | "short_retry" | "never";

/** Whether the call may have taken one of the 100,000 codes. */
export type QuotaUsed = "no" | "unknown";

/** Plain words for the people who run the desk. */
export interface Guidance {
  readonly cause: string;
  readonly fix: string;
}

export interface ErrcodeAdvice {
  readonly class: ErrorClass;
  readonly zh: Guidance;
  readonly en: Guidance;
}

export interface ErrcodeRow extends ErrcodeAdvice {
  readonly code: number;
  /** WeChat's own words, as on the wire where they were seen. */
  readonly meaning: string;
  readonly quotaUsed: QuotaUsed;
  /** Row of docs/wechat-api.md. */
  readonly source: string;
  /** Where the same number means something else. */
  readonly byEndpoint?: Partial<Record<EndpointName, ErrcodeAdvice>>;
}
