import type { LabelOptions } from "@/lib/packs/label-schema";
import type { Box } from "@/lib/packs/label-sheet-schema";
import { points } from "@/lib/packs/labels/open-pdf";
import type { Pdf } from "@/lib/packs/labels/open-pdf";

const HAIRLINE = 0.25;
const GREY = "#808080";
const CORNER_MM = 2.5;

/** Where to cut: hairlines just inside the edge of a label, whose box is in points. */
export function drawMarks(pdf: Pdf, marks: LabelOptions["marks"], box: Box): void {
  if (marks === "none") return;
  const left = box.x + HAIRLINE / 2;
  const top = box.y + HAIRLINE / 2;
  const right = box.x + box.width - HAIRLINE / 2;
  const bottom = box.y + box.height - HAIRLINE / 2;
  pdf.lineWidth(HAIRLINE);
  if (marks === "outline") {
    pdf.rect(left, top, right - left, bottom - top).stroke(GREY);
    return;
  }
  const length = points(CORNER_MM);
  for (const [x, inward] of [
    [left, length],
    [right, -length],
  ] as const) {
    pdf
      .moveTo(x, top + length)
      .lineTo(x, top)
      .lineTo(x + inward, top);
    pdf
      .moveTo(x, bottom - length)
      .lineTo(x, bottom)
      .lineTo(x + inward, bottom);
  }
  pdf.stroke(GREY);
}
