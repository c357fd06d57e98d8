import type { Font } from "fontkit";
import { printableLetters } from "./printable-text";
import { wrapLetters } from "./wrap-letters";
import type { WidthOf } from "./wrap-letters";
import { LINE_HEIGHT } from "@/lib/packs/template-schema";

/** Below a third nobody reads it any more; what is still too long then ends with … */
const SHRINK = [1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52, 0.45, 0.39, 0.34, 0.3];
/** Rather a smaller word than one in two pieces. */
const TORN_FROM = 0.6;

export interface TextRoom {
  /** Pixels. */
  width: number;
  height: number;
  /** Wanted height of a letter. */
  size: number;
}

export interface LaidOutText {
  size: number;
  lines: string[];
}

/** Breaks and shrinks a text until it stays in its room. */
export function layOutText(text: string, font: Font, room: TextRoom): LaidOutText {
  const letters = printableLetters(text, font);
  const widthOf = cachedWidths(font);
  for (const share of SHRINK) {
    const size = room.size * share;
    const { lines, isTorn } = wrapLetters(letters, room.width / size, widthOf);
    const fits = lines.length <= linesIn(room, size);
    if (fits && (!isTorn || share <= TORN_FROM)) return { size, lines };
  }
  const size = room.size * (SHRINK.at(-1) ?? 1);
  const { lines } = wrapLetters(letters, room.width / size, widthOf);
  return { size, lines: cutLines(lines, linesIn(room, size), room.width / size, widthOf) };
}

function linesIn({ height }: TextRoom, size: number): number {
  return Math.max(1, Math.floor(height / (size * LINE_HEIGHT) + 0.01));
}

function cutLines(lines: string[], count: number, width: number, widthOf: WidthOf): string[] {
  const kept = lines.slice(0, count);
  const last = [...(kept.pop() ?? "")];
  while (last.length > 0 && widthOf(`${last.join("")}…`) > width) last.pop();
  return [...kept, `${last.join("").trimEnd()}…`];
}

function cachedWidths(font: Font): WidthOf {
  const known = new Map<string, number>();
  return (text) => {
    const width = known.get(text) ?? font.layout(text).advanceWidth / font.unitsPerEm;
    known.set(text, width);
    return width;
  };
}
