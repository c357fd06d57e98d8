import { ENDPOINTS, mapEndpoints, type Endpoint } from "./endpoints";
import {
  RATE_LIMITS,
  RateWindow,
  type RatePeriod,
  type RateReading,
  type WindowKind,
} from "./rate-window";

export type RatesView = Record<Endpoint, RateReading[]>;

export type RatePatch = {
  period: RatePeriod;
  limit?: number | undefined;
  used?: number | undefined;
};

/** What quota/get shows as daily limit where the sources name none; it is not enforced. */
const UNNAMED_DAILY_LIMIT = 10_000_000;

/** One account's calls by endpoint: the limits, and a day's count also where there is no limit. */
export class CallCounts {
  private readonly rates = mapEndpoints((name) =>
    RATE_LIMITS[name].map(([period, limit]) => new RateWindow(period, limit)),
  );
  private readonly days = mapEndpoints(() => new RateWindow("day", UNNAMED_DAILY_LIMIT));

  constructor() {
    // Schemes and URL Links draw on one day's count (section 6.1).
    const { generatescheme, generate_urllink: own } = this.rates;
    const shared = generatescheme.find(({ period }) => period === "day");
    if (shared === undefined) return;
    this.rates.generate_urllink = [...own.filter(({ period }) => period !== "day"), shared];
  }

  /** Takes one call, or returns the period that is full. */
  take(endpoint: Endpoint, nowMs: number, kind: WindowKind = "fixed"): RatePeriod | null {
    for (const window of this.rates[endpoint]) {
      if (!window.take(nowMs, kind)) return window.period;
    }
    this.days[endpoint].take(nowMs);
    return null;
  }

  /** A day's reading (section 6.6), of the limit where there is one. */
  readDay(endpoint: Endpoint, nowMs: number): RateReading {
    const limited = this.rates[endpoint].find(({ period }) => period === "day");
    return (limited ?? this.days[endpoint]).read(nowMs);
  }

  /** The limit of less than a day, if any (section 6.6, "rate_limit"). */
  readShort(endpoint: Endpoint, nowMs: number): RateReading | null {
    const window = this.rates[endpoint].find(
      ({ period }) => period === "second" || period === "minute",
    );
    return window?.read(nowMs) ?? null;
  }

  /** Every endpoint's day starts again (section 6.5). */
  clearDays(nowMs: number): void {
    for (const name of ENDPOINTS) {
      for (const window of [...this.rates[name], this.days[name]]) {
        if (window.period === "day") window.setUsed(0, nowMs);
      }
    }
  }

  /** Sets a limit or a count; a period without a limit gets one. */
  patch(endpoint: Endpoint, patch: RatePatch, nowMs: number): void {
    const windows = this.rates[endpoint];
    let window = windows.find(({ period }) => period === patch.period);
    if (window === undefined) {
      window = new RateWindow(patch.period, Number.MAX_SAFE_INTEGER);
      windows.push(window);
    }
    window.limit = patch.limit ?? window.limit;
    if (patch.used !== undefined) window.setUsed(patch.used, nowMs);
  }

  view(nowMs: number): RatesView {
    return mapEndpoints((name) => this.rates[name].map((window) => window.read(nowMs)));
  }
}
