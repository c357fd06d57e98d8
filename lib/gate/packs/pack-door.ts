import { Downloads } from "@/lib/gate/pages/downloads";
import { openNotes } from "@/lib/gate/pages/open-notes";
import type { Notes } from "@/lib/gate/pages/open-notes";
import { openTries } from "@/lib/gate/pages/open-tries";
import type { Tries } from "@/lib/gate/pages/open-tries";
import type { ObjectStore } from "@/lib/storage/object-store";

/** What pages and files of pack links are made with. */
export interface PackDoor {
  store: ObjectStore;
  downloads: Downloads;
  tries: Tries;
  notes: Notes;
}

export function openPackDoor(store: ObjectStore): PackDoor {
  return { store, downloads: new Downloads(), tries: openTries(), notes: openNotes() };
}
