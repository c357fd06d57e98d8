import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { addressKey } from "@/lib/core/address-key";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";

const WINDOW_SECONDS = 60;

/** So many a minute from one address. */
const LIMITS = {
  /**
   * Links and keys that do not work. What works is never counted, so that nobody behind the same address is shut out
   * by another's mistakes; 256 bits are not guessed anyway.
   */
  "token-misses": 30,
  /** A rating takes some milliseconds of a core, and forms ask while one types. */
  "password-ratings": 120,
} as const satisfies Record<string, number>;

/** Counts one more from the caller's address. Throws DomainError `throttled` with the seconds to wait. */
export async function countFromAddress(ctx: Context, what: keyof typeof LIMITS): Promise<void> {
  const limiter = new RateLimiterPostgres({
    storeClient: ctx.runtime.pool,
    storeType: "pool",
    tableName: "throttles",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: what,
    points: LIMITS[what],
    duration: WINDOW_SECONDS,
  });
  try {
    await limiter.consume(addressKey(ctx.address ?? "unknown"));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
    throw new DomainError("throttled", "addressThrottled", { seconds });
  }
}
