import type { RoomSlice } from "@/lib/rooms/schema";

const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** The days in Beijing a room shows, both included, as in 2026-11-21; an empty one is open. */
export interface SliceDays {
  from: string;
  until: string;
}

const startOf = (day: string) => `${day}T00:00:00+08:00`;
const dayAt = (ms: number) => new Date(ms + OFFSET_MS).toISOString().slice(0, 10);

/** So many days later, or earlier for a negative count. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** The days as the moments a slice has. */
export function toMoments({ from, until }: SliceDays): Pick<RoomSlice, "from" | "until"> {
  return {
    from: from === "" ? null : startOf(from),
    until: until === "" ? null : startOf(addDays(until, 1)),
  };
}

/** The moments of a slice as the days they stand for. */
export function toDays({ from, until }: Pick<RoomSlice, "from" | "until">): SliceDays {
  return {
    from: from === null ? "" : dayAt(Date.parse(from)),
    until: until === null ? "" : dayAt(Date.parse(until) - 1),
  };
}
