import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { DomainError } from "@/lib/core/errors";
import type { Runtime } from "@/lib/runtime";

const ACCOUNT_TRIES = 5;
const ADDRESS_TRIES = 30;
const WINDOW_SECONDS = 60;

function limiter(runtime: Runtime, keyPrefix: string, points: number) {
  return new RateLimiterPostgres({
    storeClient: runtime.pool,
    storeType: "pool",
    tableName: "throttles",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix,
    points,
    duration: WINDOW_SECONDS,
  });
}

/**
 * Counts one try against the account (5 a minute) and the address (30 a minute).
 * Throws DomainError `throttled` with the seconds to wait. The window is short, so a
 * stranger's guessing never locks the owner out for more than a minute.
 */
export async function countSignInTry(runtime: Runtime, email: string, address: string) {
  const account = limiter(runtime, "sign-in-account", ACCOUNT_TRIES);
  const source = limiter(runtime, "sign-in-address", ADDRESS_TRIES);
  try {
    await source.consume(address);
    await account.consume(`${email}`);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw new DomainError("throttled", "signInThrottled", { seconds });
  }
}

/** Forgets the tries of an account that has just proved itself. */
export async function forgiveSignInTries(runtime: Runtime, email: string, address: string) {
  await limiter(runtime, "sign-in-account", ACCOUNT_TRIES).delete(email);
  await limiter(runtime, "sign-in-address", ADDRESS_TRIES).reward(address, 1);
}
