import type { Font } from "fontkit";

/** Stands where the font has no letter: seen, so that nobody prints a text with a hole in it. */
export const NO_GLYPH = "□";

const letters = new Intl.Segmenter("zh", { granularity: "grapheme" });
/** Joiners, variation selectors and the like: they say how other letters look. */
const INVISIBLE = /[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;

/** The letters of a text as the font can show them: emoji and other missing ones as a box each. */
export function printableLetters(text: string, font: Font): string[] {
  const spaced = text.normalize("NFC").replace(/\s+/g, " ").trim();
  return [...letters.segment(spaced)].flatMap(({ segment }) => {
    const visible = segment.replace(INVISIBLE, "");
    if (visible === "") return [];
    const isKnown = [...visible].every((one) => font.hasGlyphForCodePoint(one.codePointAt(0) ?? 0));
    return [isKnown ? visible : NO_GLYPH];
  });
}
