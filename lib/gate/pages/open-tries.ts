import { openLimiter } from "@/lib/gate/bounded-limiter";
import type { Guest } from "@/lib/gate/pages/guest";

/** Fewer of an address, so that one stranger does not keep all others out. */
const OF_AN_ADDRESS = 10;
const OF_A_DOOR = 30;

/** Passwords tried and files asked for, per minute and process. */
export interface Tries {
  /** Counts one; the seconds to wait when there were too many, else 0. */
  count(guest: Guest, doorId: string): Promise<number>;
}

/**
 * `firstTries`: how many addresses may try once each beside what the door allows in all, so that a storm from some
 * addresses leaves whoever knows the password the one try they need.
 */
export function openTries(firstTries = 0): Tries {
  const addresses = openLimiter(OF_AN_ADDRESS);
  const doors = openLimiter(OF_A_DOOR);
  const first = openLimiter(1);
  const firsts = openLimiter(Math.max(1, firstTries));
  const isFirst = async (key: string, doorId: string) =>
    firstTries > 0 && (await first.count(`${doorId} ${key}`)) === 0;
  return {
    async count({ key }, doorId) {
      const wait = await addresses.count(key);
      if (wait > 0) return wait;
      if ((await isFirst(key, doorId)) && (await firsts.count(doorId)) === 0) return 0;
      return doors.count(doorId);
    },
  };
}
