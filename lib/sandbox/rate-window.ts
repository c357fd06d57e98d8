import type { Endpoint } from "./endpoints";

export const RATE_PERIODS = ["second", "minute", "day", "month"] as const;

export type RatePeriod = (typeof RATE_PERIODS)[number];

/** `fixed`: the clock's second or minute. `sliding`: the second or minute behind each call. */
export type WindowKind = "fixed" | "sliding";

export type RateReading = { period: RatePeriod; limit: number; used: number };

const DAY_MS = 86_400_000;
/** Days and months turn at midnight in China. */
const CHINA_OFFSET_MS = 8 * 3_600_000;

/** Schemes and URL Links each a second, and both together a day (section 6.1). */
const LINK_RATES: readonly [RatePeriod, number][] = [
  ["second", 100],
  ["day", 500_000],
];

/** Calls allowed per fixed window (sections 1.1, 1.2, 2.1, 6). C has no known rate. */
export const RATE_LIMITS: Readonly<Record<Endpoint, readonly [RatePeriod, number][]>> = {
  token: [["day", 2_000]],
  stable_token: [
    ["minute", 10_000],
    ["day", 500_000],
  ],
  getwxacode: [["day", 10_000]],
  getwxacodeunlimit: [["minute", 5_000]],
  createwxaqrcode: [],
  quota_get: [],
  clear_quota: [["month", 10]],
  rid_get: [],
  generatescheme: LINK_RATES,
  queryscheme: [],
  generate_urllink: LINK_RATES,
  query_urllink: [],
  genwxashortlink: [["day", 10_000_000]],
  api_start_push_ticket: [],
  api_component_token: [],
  api_create_preauthcode: [],
  api_query_auth: [],
  api_authorizer_token: [],
  api_get_authorizer_list: [],
};

const SLIDING_MS: Readonly<Partial<Record<RatePeriod, number>>> = { second: 1_000, minute: 60_000 };

/** A counter that starts again with every second, minute, day or month. */
export class RateWindow {
  private window = Number.NaN;
  private used = 0;
  /** When calls were taken, kept while windows slide. */
  private times: number[] = [];

  constructor(
    readonly period: RatePeriod,
    public limit: number,
  ) {}

  /** Takes one call, or returns false and takes none when the window is full. */
  take(nowMs: number, kind: WindowKind = "fixed"): boolean {
    const slidingMs = kind === "sliding" ? SLIDING_MS[this.period] : undefined;
    const { used } = this.read(nowMs);
    if (slidingMs === undefined) {
      if (used >= this.limit) return false;
    } else {
      const since = this.times.findIndex((at) => at > nowMs - slidingMs);
      this.times.splice(0, since < 0 ? this.times.length : since);
      if (this.times.length >= this.limit) return false;
      this.times.push(nowMs);
    }
    this.used += 1;
    return true;
  }

  read(nowMs: number): RateReading {
    const window = windowAt(this.period, nowMs);
    if (window !== this.window) {
      this.window = window;
      this.used = 0;
    }
    return { period: this.period, limit: this.limit, used: this.used };
  }

  setUsed(used: number, nowMs: number): void {
    this.read(nowMs);
    this.used = used;
  }
}

/** The running number of the window a moment falls into. */
function windowAt(period: RatePeriod, nowMs: number): number {
  const inChina = new Date(nowMs + CHINA_OFFSET_MS);
  switch (period) {
    case "second":
      return Math.floor(nowMs / 1_000);
    case "minute":
      return Math.floor(nowMs / 60_000);
    case "day":
      return Math.floor(inChina.getTime() / DAY_MS);
    case "month":
      return inChina.getUTCFullYear() * 12 + inChina.getUTCMonth();
  }
}
