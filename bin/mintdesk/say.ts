import { HELP_WORDS } from "./help-words";
import type { Locale } from "./locale";
import { WORDS } from "./words";

const ALL = { ...WORDS, ...HELP_WORDS };
export type Word = keyof typeof ALL;

/** A sentence in the reader's language, with its `{names}` filled in. */
export type Say = (word: Word, values?: Record<string, string | number>) => string;

export function sayIn(locale: Locale): Say {
  const place = locale === "en" ? 0 : 1;
  return (word, values = {}) =>
    ALL[word][place].replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
      name in values ? String(values[name]) : whole,
    );
}
