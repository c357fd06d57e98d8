import type { EntryWords, SentenceEntry } from "@/lib/audit/entry-act";

/** Who acted, as a sentence begins. */
export function entryWho(
  words: EntryWords,
  { actorKind, actorName }: Pick<SentenceEntry, "actorKind" | "actorName">,
): string {
  if (actorKind === "anonymous") return words("audit.actorGone");
  if (actorName === undefined) return words("audit.somebody");
  return actorKind === "job" ? words("audit.jobNamed", { name: actorName }) : actorName;
}
