import type { ShowRule } from "@/lib/rooms/keep-back";
import { positionCursor } from "@/lib/rooms/room-position";
import type { RoomPosition } from "@/lib/rooms/room-position";
import type { RoomPage } from "@/lib/rooms/schema";
import { showEntry } from "@/lib/rooms/show-entry";
import type { StoredEntry } from "@/lib/rooms/stored-entry";

export const ROOM_PAGE_ENTRIES = 50;

/** One more than a page has, so that it knows whether it is the last one. */
export const ROOM_PAGE_ROWS = ROOM_PAGE_ENTRIES + 1;

/** The stored entries a page shows, of those that were read for it. */
export function entriesOfPage(
  rows: readonly StoredEntry[],
  { afterSeq }: RoomPosition,
): readonly StoredEntry[] {
  return afterSeq === null ? rows.slice(0, ROOM_PAGE_ENTRIES) : rows.slice(-ROOM_PAGE_ENTRIES);
}

/** One page of a room, of the rows `log_room_page` gave at this position. */
export function roomPage(
  rows: readonly StoredEntry[],
  { position, rule, entryCount }: { position: RoomPosition; rule: ShowRule; entryCount: number },
): RoomPage {
  const entries = entriesOfPage(rows, position);
  const hasMore = rows.length > entries.length;
  const cameFromOlder = position.afterSeq !== null;
  const cameFromNewer = position.beforeSeq !== null;
  const [first] = entries;
  const last = entries.at(-1);
  return {
    entries: entries.map((entry) => showEntry(entry, rule)),
    next: last && (hasMore || cameFromOlder) ? positionCursor("before", last.seq) : null,
    newer:
      first && (cameFromOlder ? hasMore : cameFromNewer)
        ? positionCursor("after", first.seq)
        : null,
    entryCount,
  };
}
