import type { Locale } from "@/lib/i18n/locales";
import { loadWords } from "@/lib/packs/words";
import type { Words } from "@/lib/packs/words";

/** The words of a language, read when a guest speaks it for the first time. */
export function openWords(): (locale: Locale) => Promise<Words> {
  const loaded = new Map<Locale, Promise<Words>>();
  return (locale) => {
    const words = loaded.get(locale) ?? loadWords(locale);
    loaded.set(locale, words);
    return words;
  };
}
