import type { LabelOptions } from "@/lib/packs/label-schema";
import { LINE_PITCH, lineHeight, textBox } from "@/lib/packs/label-sheet-schema";
import { fitLines } from "@/lib/packs/labels/fit-lines";
import { points } from "@/lib/packs/labels/open-pdf";
import type { Pdf } from "@/lib/packs/labels/open-pdf";
import type { PackedCode } from "@/lib/packs/packed-code";
import { fillText } from "@/lib/packs/pictures/fill-text";
import { openFont } from "@/lib/packs/pictures/open-font";
import { printableLetters } from "@/lib/packs/pictures/printable-text";

/** A line of text, in points from the corner of its label. */
export interface SetLine {
  text: string;
  font: "regular" | "bold";
  size: number;
  x: number;
  baseline: number;
}

/** Where the letters stand in their line, so that what rises and what hangs both stay in it. */
const BASELINE = 0.98;
const ALIGN = { left: 0, center: 0.5, right: 1 };
/** More is never seen on a label. */
const SHOWN_MAX = 600;

/** The texts of a label as lines that stay within their box; each text that says something has at least one. */
export function setText(pdf: Pdf, options: LabelOptions, code: PackedCode): SetLine[] {
  const box = textBox(options);
  const texts = options.captions
    .map((caption) => ({ ...caption, font: caption.isBold ? "bold" : "regular" }) as const)
    .map((caption) => ({ ...caption, letters: lettersOf(caption.text, caption.font, code) }))
    .filter(({ letters }) => letters.length > 0);
  let room = box.height - texts.reduce((sum, { size }) => sum + lineHeight(size), 0);
  const lines = texts.flatMap(({ letters, size, font, align, linesMax }) => {
    const most = Math.min(linesMax, 1 + Math.floor(room / lineHeight(size) + 0.001));
    const widthOf = (text: string) => pdf.font(font, size).widthOfString(text);
    const fitted = fitLines(letters, points(box.width), most, widthOf);
    room -= (fitted.length - 1) * lineHeight(size);
    return fitted.map((text) => {
      const x = points(box.x) + (points(box.width) - widthOf(text)) * ALIGN[align];
      return { text, font, size, x };
    });
  });
  const free = options.layout === "beside" ? Math.max(0, room) / 2 : 0;
  return withBaselines(lines, points(box.y + free));
}

function lettersOf(template: string, font: SetLine["font"], code: PackedCode): string[] {
  const shown = fillText(template, code).slice(0, SHOWN_MAX).toWellFormed();
  return printableLetters(shown, openFont(font));
}

function withBaselines(lines: readonly Omit<SetLine, "baseline">[], top: number): SetLine[] {
  let y = top;
  return lines.map((line) => {
    const baseline = y + line.size * BASELINE;
    y += line.size * LINE_PITCH;
    return { ...line, baseline };
  });
}
