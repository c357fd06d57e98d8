import { addressKey } from "@/lib/core/address-key";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { openLimiter } from "@/lib/gate/bounded-limiter";

/** Screens that watch something ask once a second, and somebody may have a dozen of them open. */
const PERSON_PER_MINUTE = 1_800;
const STRANGER_PER_MINUTE = 300;

/** Counts what a person, or a stranger's address, asks for. */
export interface RequestLimit {
  /** Counts one; throws DomainError `throttled` with the seconds to wait. */
  count(ctx: Context): Promise<void>;
}

/** So much a minute for each, in this process. */
export function openRequestLimit(
  perPerson = PERSON_PER_MINUTE,
  perStranger = STRANGER_PER_MINUTE,
): RequestLimit {
  const people = openLimiter(perPerson);
  const strangers = openLimiter(perStranger);
  return {
    async count({ actor, address }) {
      const seconds =
        actor.kind === "user"
          ? await people.count(actor.id)
          : await strangers.count(addressKey(address ?? "unknown"));
      if (seconds > 0) throw new DomainError("throttled", "requestsThrottled", { seconds });
    },
  };
}

/** The one of this process. */
export const requestLimit = openRequestLimit();
