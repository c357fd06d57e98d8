import type { LabelOptions } from "@/lib/packs/label-schema";
import { codeBox, LINE_PITCH } from "@/lib/packs/label-sheet-schema";
import { fitLines } from "@/lib/packs/labels/fit-lines";
import { points } from "@/lib/packs/labels/open-pdf";
import type { Pdf } from "@/lib/packs/labels/open-pdf";
import type { SetLine } from "@/lib/packs/labels/set-text";
import type { PackedCode } from "@/lib/packs/packed-code";

/** Whoever reads a label reads one of the two. */
const WORDS = ["图片缺失", "Missing"];
const SIZE_MAX = 8;
const LINES = 4;

/** What stands in the box of a lost picture: that it is lost, and the serial it had. */
export function setMissing(pdf: Pdf, options: LabelOptions, code: PackedCode): SetLine[] {
  const box = codeBox(options);
  const width = points(box.width) * 0.92;
  const size = Math.min(SIZE_MAX, points(box.height) / (LINES + 1) / LINE_PITCH);
  const widthOf = (text: string) => pdf.font("bold", size).widthOfString(text);
  const serial = fitLines(Array.from(code.serial), width, LINES - WORDS.length, widthOf);
  const texts = [
    ...WORDS.flatMap((word) => fitLines(Array.from(word), width, 1, widthOf)),
    ...serial,
  ];
  const top = points(box.y + box.height / 2) - (texts.length * size * LINE_PITCH) / 2;
  return texts.map((text, row) => ({
    text,
    font: "bold",
    size,
    x: points(box.x + box.width / 2) - widthOf(text) / 2,
    baseline: top + row * size * LINE_PITCH + size,
  }));
}
