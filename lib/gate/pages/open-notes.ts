import { openLimiter } from "@/lib/gate/bounded-limiter";
import type { Guest } from "@/lib/gate/pages/guest";

const OF_A_DOOR = 30;

/** What is written down of guests per minute, so that a storm does not fill the table. */
export interface Notes {
  /** Whether this is new enough to be written down; counts it. */
  isWorthNoting(kind: string, doorId: string, guest: Guest): Promise<boolean>;
}

/** The same of the same guest once a minute, and of one door so many. */
export function openNotes(): Notes {
  const guests = openLimiter(1);
  const doors = openLimiter(OF_A_DOOR);
  return {
    async isWorthNoting(kind, doorId, { key }) {
      if ((await guests.count(`${kind} ${doorId} ${key}`)) > 0) return false;
      return (await doors.count(`${kind} ${doorId}`)) === 0;
    },
  };
}
