import type { LabelOptions } from "@/lib/packs/label-schema";
import { codeBox } from "@/lib/packs/label-sheet-schema";
import type { Box } from "@/lib/packs/label-sheet-schema";
import { drawMarks } from "@/lib/packs/labels/draw-marks";
import { points } from "@/lib/packs/labels/open-pdf";
import type { Pdf, PdfPicture } from "@/lib/packs/labels/open-pdf";
import type { SetLine } from "@/lib/packs/labels/set-text";

/** What one label shows. */
export interface Label {
  /** Null: the store has lost it. */
  picture: PdfPicture | null;
  lines: readonly SetLine[];
  /** In place of a lost picture, from the corner of the label too. */
  missing: readonly SetLine[];
  /** Colour of the text. */
  ink: string;
}

const HAIRLINE = 0.4;

/** Draws a label in its box and nothing outside of it. */
export function drawLabel(pdf: Pdf, options: LabelOptions, box: Box, label: Label): void {
  const [x, y, width, height] = inPoints(box);
  pdf.save().rect(x, y, width, height).clip();
  if (options.ground) pdf.rect(x, y, width, height).fill(options.ground);
  const code = codeBox(options);
  const [codeX, codeY, codeWidth, codeHeight] = inPoints({
    ...code,
    x: box.x + code.x,
    y: box.y + code.y,
  });
  if (label.picture) {
    const fit: [number, number] = [codeWidth, codeHeight];
    pdf.image(label.picture, codeX, codeY, { fit, align: "center", valign: "center" });
  } else {
    const inset = HAIRLINE / 2;
    pdf.lineWidth(HAIRLINE).dash(2, { space: 2 });
    pdf
      .rect(codeX + inset, codeY + inset, codeWidth - HAIRLINE, codeHeight - HAIRLINE)
      .stroke(label.ink)
      .undash();
  }
  pdf.fillColor(label.ink);
  for (const line of label.picture ? label.lines : [...label.missing, ...label.lines]) {
    pdf.font(line.font, line.size);
    pdf.text(line.text, x + line.x, y + line.baseline, {
      lineBreak: false,
      baseline: "alphabetic",
    });
  }
  drawMarks(pdf, options.marks, { x, y, width, height });
  pdf.restore();
}

function inPoints({ x, y, width, height }: Box) {
  return [points(x), points(y), points(width), points(height)] as const;
}
