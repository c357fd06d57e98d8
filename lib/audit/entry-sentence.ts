import { entryAct } from "@/lib/audit/entry-act";
import type { EntryWords, SentenceEntry } from "@/lib/audit/entry-act";
import { entryWho } from "@/lib/audit/entry-who";

/** An entry as one sentence: who did what. What is kept back is left out; nothing is invented. */
export function entrySentence(words: EntryWords, entry: SentenceEntry): string {
  return words("audit.sentence", { who: entryWho(words, entry), act: entryAct(words, entry) });
}
