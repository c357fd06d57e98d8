import { addressKey } from "@/lib/core/address-key";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { openLimiter } from "@/lib/gate/bounded-limiter";
import type { Count } from "@/lib/gate/bounded-limiter";

/** Ten calls a second for each person, whichever of their keys they come with. */
export const PERSON_CALLS_PER_MINUTE = 600;
/** For each address whose calls carry no key that works. */
export const STRANGER_CALLS_PER_MINUTE = 300;
const WINDOW_SECONDS = 60;

/** Where a caller stands, and by which rule. */
export interface Rate extends Count {
  rule: "default" | "stranger";
  limit: number;
}

/** Counts the calls of a person, or of a stranger's address. */
export interface ApiLimit {
  count(ctx: Context): Promise<Rate>;
}

/** So many a minute for each, in this process. */
export function openApiLimit(
  perPerson = PERSON_CALLS_PER_MINUTE,
  perStranger = STRANGER_CALLS_PER_MINUTE,
): ApiLimit {
  const people = openLimiter(perPerson);
  const strangers = openLimiter(perStranger);
  return {
    async count({ actor, address }) {
      if (actor.kind === "user") {
        return { ...(await people.take(actor.id)), rule: "default", limit: perPerson };
      }
      const count = await strangers.take(addressKey(address ?? "unknown"));
      return { ...count, rule: "stranger", limit: perStranger };
    },
  };
}

/** Throws DomainError `throttled` with the seconds to wait. */
export function requireLeft({ wait: seconds, limit }: Rate): void {
  if (seconds > 0) throw new DomainError("throttled", "callsThrottled", { seconds, limit });
}

/** As the draft on RateLimit header fields writes it. */
export function rateHeaders({ rule, limit, left, resets }: Rate): Record<string, string> {
  return {
    "RateLimit-Policy": `"${rule}";q=${limit};w=${WINDOW_SECONDS}`,
    RateLimit: `"${rule}";r=${left};t=${resets}`,
  };
}
