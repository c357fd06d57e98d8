import type { ShowRule } from "@/lib/rooms/keep-back";
import type { RoomEntry } from "@/lib/rooms/schema";
import { shownFields } from "@/lib/rooms/shown-fields";
import type { StoredEntry } from "@/lib/rooms/stored-entry";

/** An entry as a guest of the room sees it. */
export function showEntry(entry: StoredEntry, rule: ShowRule): RoomEntry {
  const {
    actorId: _a,
    targetId: _t,
    miniProgramId: _m,
    campaignId: _c,
    ...shown
  } = shownFields(entry, rule);
  return { ...shown, at: entry.at };
}
