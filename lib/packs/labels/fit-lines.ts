import { wrapLetters } from "@/lib/packs/pictures/wrap-letters";
import type { WidthOf } from "@/lib/packs/pictures/wrap-letters";

const ELLIPSIS = "…";

/** Letters in at most so many lines of a width; what is too long ends in …. */
export function fitLines(
  letters: readonly string[],
  width: number,
  linesMax: number,
  widthOf: WidthOf,
): string[] {
  const { lines } = wrapLetters(letters, width, widthOf);
  if (lines.length <= linesMax) return lines;
  const kept = lines.slice(0, linesMax);
  const last = Array.from(kept.pop() ?? "");
  while (last.length > 0 && widthOf(last.join("") + ELLIPSIS) > width) last.pop();
  return [...kept, last.join("").trimEnd() + ELLIPSIS];
}
