import { loadMessages } from "@/lib/i18n/load-messages";
import type { Locale } from "@/lib/i18n/locales";

/** A sentence of the message files by its whole key, as `packs.inside.readme.title`, with its placeholders filled. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** The words of files, which are written where there is no browser. Their sentences have plain placeholders only. */
export async function loadWords(locale: Locale): Promise<Words> {
  const messages: unknown = await loadMessages(locale);
  return (key, values = {}) => {
    let found = messages;
    for (const name of key.split(".")) {
      found = typeof found === "object" && found !== null ? Reflect.get(found, name) : undefined;
    }
    if (typeof found !== "string") throw new Error(`There are no words for ${key}.`);
    return found.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
  };
}
