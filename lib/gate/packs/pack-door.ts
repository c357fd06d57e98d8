import { openLimiter } from "@/lib/gate/bounded-limiter";
import type { BoundedLimiter } from "@/lib/gate/bounded-limiter";
import { Downloads } from "@/lib/gate/packs/downloads";
import type { Locale } from "@/lib/i18n/locales";
import { loadWords } from "@/lib/packs/words";
import type { Words } from "@/lib/packs/words";
import type { ObjectStore } from "@/lib/storage/object-store";

/** Of takes and passwords; fewer of an address, so that one stranger does not keep all others out. */
const TRIES_OF_ADDRESS = 10;
const TRIES_OF_LINK = 30;
const EVENTS_OF_LINK = 30;

/** What pages and files of pack links are made with. */
export interface PackDoor {
  store: ObjectStore;
  downloads: Downloads;
  /** Passwords tried and packs taken, per minute and process. */
  tries: { addresses: BoundedLimiter; links: BoundedLimiter };
  /** What is written down of a link, so that a storm does not fill the table. */
  events: { guests: BoundedLimiter; links: BoundedLimiter };
  wordsOf(locale: Locale): Promise<Words>;
}

export function openPackDoor(store: ObjectStore): PackDoor {
  const loaded = new Map<Locale, Promise<Words>>();
  return {
    store,
    downloads: new Downloads(),
    tries: { addresses: openLimiter(TRIES_OF_ADDRESS), links: openLimiter(TRIES_OF_LINK) },
    events: { guests: openLimiter(1), links: openLimiter(EVENTS_OF_LINK) },
    wordsOf(locale) {
      const words = loaded.get(locale) ?? loadWords(locale);
      loaded.set(locale, words);
      return words;
    },
  };
}
