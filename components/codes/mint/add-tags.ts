import { TAG_MAX_LENGTH, TAGS_MAX_COUNT } from "@/lib/codes/schema";

/** The tags with those of a written text added: cut at commas and lines, each once, never too many. */
export function addTags(tags: readonly string[], written: string): string[] {
  const added = written
    .split(/[,\uFF0C、\n]/)
    .map((tag) => tag.trim().slice(0, TAG_MAX_LENGTH))
    .filter((tag) => tag !== "");
  return [...new Set([...tags, ...added])].slice(0, TAGS_MAX_COUNT);
}
