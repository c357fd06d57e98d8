import type { KeyObject } from "node:crypto";
import { createSecretKey } from "node:crypto";
import { deriveKey } from "@/lib/core/secret-box";
import type { Env } from "@/lib/env";
import { openLimiter } from "@/lib/gate/bounded-limiter";
import type { BoundedLimiter } from "@/lib/gate/bounded-limiter";
import { Downloads } from "@/lib/gate/pages/downloads";
import { openNotes } from "@/lib/gate/pages/open-notes";
import type { Notes } from "@/lib/gate/pages/open-notes";
import { openTries } from "@/lib/gate/pages/open-tries";
import type { Tries } from "@/lib/gate/pages/open-tries";

/** More than a printer's or partner's office, so that a storm keeps nobody out who knows the password. */
const FIRST_TRIES = 300;
const PAGES_OF_ADDRESS = 120;
const FILES_OF_ADDRESS = 10;

/** What pages and files of log rooms are made with. */
export interface RoomDoor {
  downloads: Downloads;
  tries: Tries;
  notes: Notes;
  /** Opening a page walks pieces of the chain, and a file many of them. */
  pages: BoundedLimiter;
  files: BoundedLimiter;
  /** What a guest is known by who gave the password. */
  passKey: KeyObject;
  /** Whether browsers come by https, and cookies may be kept to it. */
  isSecure: boolean;
}

export function openRoomDoor({ MINTDESK_SECRET, gateUrl }: Env): RoomDoor {
  return {
    downloads: new Downloads(),
    tries: openTries(FIRST_TRIES),
    notes: openNotes(),
    pages: openLimiter(PAGES_OF_ADDRESS),
    files: openLimiter(FILES_OF_ADDRESS),
    passKey: createSecretKey(deriveKey(MINTDESK_SECRET, "log room passes")),
    isSecure: gateUrl.startsWith("https:"),
  };
}
