import type { LabelOptions } from "@/lib/packs/label-schema";
import { gridOf, labelBox, labelsPerSheet } from "@/lib/packs/label-sheet-schema";
import { drawLabel } from "@/lib/packs/labels/draw-label";
import type { Label } from "@/lib/packs/labels/draw-label";
import { inkOn } from "@/lib/packs/labels/ink-on";
import { openPdf, openPicture, points } from "@/lib/packs/labels/open-pdf";
import type { AboutPdf, Pdf } from "@/lib/packs/labels/open-pdf";
import { pdfBytes } from "@/lib/packs/labels/pdf-bytes";
import { setMissing } from "@/lib/packs/labels/set-missing";
import { setText } from "@/lib/packs/labels/set-text";
import type { PackedCode, PackSource } from "@/lib/packs/packed-code";

/**
 * Sheets of labels as a PDF, code after code and copy after copy, given out as it grows. Every length is exact, text
 * is text, and a code whose picture is lost has a box that says so.
 */
export async function* labelsPdf(
  options: LabelOptions,
  source: PackSource,
  about: AboutPdf = {},
): AsyncGenerator<Uint8Array, void, void> {
  const pdf = openPdf(about);
  const perSheet = labelsPerSheet(options);
  let place = options.startAt - 1;
  addSheet(pdf, options);
  for await (const codes of source.codes()) {
    for (const code of codes) {
      const label = await labelOf(pdf, options, source, code);
      for (let copy = 0; copy < options.copies; copy += 1) {
        if (place === perSheet) {
          addSheet(pdf, options);
          place = 0;
        }
        drawLabel(pdf, options, labelBox(options, place), label);
        place += 1;
      }
      yield* written(pdf);
    }
  }
  pdf.end();
  yield* written(pdf);
}

async function labelOf(
  pdf: Pdf,
  options: LabelOptions,
  source: PackSource,
  code: PackedCode,
): Promise<Label> {
  const bytes = await source.readPicture(code);
  const picture = bytes && openPicture(pdf, await pdfBytes(bytes, options.ground ?? "#FFFFFF"));
  return {
    picture,
    lines: setText(pdf, options, code),
    missing: picture ? [] : setMissing(pdf, options, code),
    ink: inkOn(options.ground),
  };
}

function addSheet(pdf: Pdf, options: LabelOptions): void {
  const { paperWidth, paperHeight } = gridOf(options);
  const done: Pdf["page"] | null = pdf.page;
  pdf.addPage({ size: [points(paperWidth), points(paperHeight)], margin: 0 });
  // The sheet before is written now; its number is all that is still needed of it.
  if (done) Object.assign(done.dictionary, { data: {} });
}

function* written(pdf: Pdf): Generator<Uint8Array, void, void> {
  const chunk: Uint8Array | null = pdf.read();
  if (chunk) yield chunk;
}
