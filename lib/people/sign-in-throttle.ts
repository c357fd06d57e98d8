import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { addressKey } from "@/lib/core/address-key";
import { DomainError } from "@/lib/core/errors";
import { knownDevice } from "@/lib/people/sign-in-device";
import type { Runtime } from "@/lib/runtime";

const A_MINUTE = 60;
const HALF_AN_HOUR = 30 * A_MINUTE;

/** Tries, and the seconds they are for. Codes have six digits only, so they have fewer. */
const BUDGETS = {
  "sign-in-account": { points: 5, seconds: A_MINUTE },
  "sign-in-known": { points: 10, seconds: A_MINUTE },
  "sign-in-address": { points: 30, seconds: A_MINUTE },
  "sign-in-code": { points: 10, seconds: HALF_AN_HOUR },
} as const;

/** What one try is counted against. Keys are hashed: a mail address may be longer than the column. */
interface Budget {
  name: keyof typeof BUDGETS;
  of: string;
}

/** Tries that were counted; `forgive` is for whoever has proved themselves. */
export interface CountedTry {
  forgive(): Promise<void>;
}

/**
 * Counts one try; throws DomainError `throttled` with the seconds to wait. Strangers have 5 a minute for an account,
 * all together, and 30 an address. A browser that keeps the mark of an earlier sign-in, or an address of one, has
 * 10 of its own, so that strangers who guess keep the owner out for no second.
 */
export async function countSignInTry(
  runtime: Runtime,
  email: string,
  address: string,
  device = "",
): Promise<CountedTry> {
  const known = await knownAs(runtime, email, address, device);
  if (known) return consume(runtime, { name: "sign-in-known", of: known });
  const byAddress = await consume(runtime, { name: "sign-in-address", of: addressKey(address) });
  const byAccount = await consume(runtime, { name: "sign-in-account", of: email });
  return {
    async forgive() {
      await byAddress.forgive();
      await byAccount.forgive();
    },
  };
}

/** Counts one try at the second factor, which only those get to who know the password or have a session. */
export async function countCodeTry(
  runtime: Runtime,
  email: string,
  address: string,
  device = "",
): Promise<CountedTry> {
  const known = await knownAs(runtime, email, address, device);
  return consume(runtime, { name: "sign-in-code", of: known ?? email });
}

/** As what the account knows them: their browser, else the address of an earlier session; null: a stranger. */
async function knownAs(
  runtime: Runtime,
  email: string,
  address: string,
  device: string,
): Promise<string | null> {
  const browser = knownDevice(runtime, email, device);
  if (browser) return `${email}|${browser}`;
  const where = { user: { email }, address };
  const earlier = await runtime.db.session.findFirst({ where, select: { id: true } });
  return earlier ? `${email}|${address}` : null;
}

async function consume(runtime: Runtime, { name, of }: Budget): Promise<CountedTry> {
  const tries = limiter(runtime, name);
  const key = createHash("sha256").update(of).digest("base64url");
  try {
    await tries.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw new DomainError("throttled", "signInThrottled", { seconds });
  }
  return {
    async forgive() {
      // An address may try many accounts: getting into one of them forgives the one try only.
      await (name === "sign-in-address" ? tries.reward(key) : tries.delete(key));
    },
  };
}

function limiter(runtime: Runtime, name: Budget["name"]): RateLimiterPostgres {
  const { points, seconds } = BUDGETS[name];
  return new RateLimiterPostgres({
    storeClient: runtime.pool,
    storeType: "pool",
    tableName: "throttles",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points,
    duration: seconds,
  });
}
