import { PDFiumLibrary } from "@hyzyla/pdfium";
import type { Box } from "@/lib/packs/label-sheet-schema";

const MM_PER_INCH = 25.4;
/** Greyer than this is ink; hairlines are painted with soft edges. */
const INK_BELOW = 245;

/** A page as a printer would see it, in shades of grey. */
export interface RenderedPage {
  widthMm: number;
  heightMm: number;
  text: string;
  width: number;
  height: number;
  grey: Uint8Array;
}

export async function renderPdf(bytes: Uint8Array, dpi = 300): Promise<RenderedPage[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    const pages: RenderedPage[] = [];
    for (const page of document.pages()) {
      const { originalWidth, originalHeight } = page.getOriginalSize();
      // Rendering closes the page.
      const text = page.getText();
      const { width, height, data } = await page.render({
        width: Math.round((originalWidth / 72) * dpi),
        height: Math.round((originalHeight / 72) * dpi),
        scale: 1,
        colorSpace: "Gray",
        render: "bitmap",
      });
      pages.push({
        widthMm: (originalWidth / 72) * MM_PER_INCH,
        heightMm: (originalHeight / 72) * MM_PER_INCH,
        text,
        width,
        height,
        grey: data,
      });
    }
    document.destroy();
    return pages;
  } finally {
    library.destroy();
  }
}

/** The smallest box around the ink within a box, in millimetres; null where there is none. */
export function inkIn(page: RenderedPage, within: Box): Box | null {
  const perMm = page.width / page.widthMm;
  const pixel = (mm: number) => Math.round(mm * perMm);
  const [left, right] = [pixel(within.x), pixel(within.x + within.width)];
  const [top, bottom] = [pixel(within.y), pixel(within.y + within.height)];
  let box: [number, number, number, number] | null = null;
  for (let y = Math.max(0, top); y < Math.min(page.height, bottom); y += 1) {
    for (let x = Math.max(0, left); x < Math.min(page.width, right); x += 1) {
      if ((page.grey[y * page.width + x] ?? 255) >= INK_BELOW) continue;
      const [x0, y0, x1, y1]: [number, number, number, number] = box ?? [x, y, x, y];
      box = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)];
    }
  }
  if (!box) return null;
  const [x0, y0, x1, y1] = box;
  return {
    x: x0 / perMm,
    y: y0 / perMm,
    width: (x1 - x0 + 1) / perMm,
    height: (y1 - y0 + 1) / perMm,
  };
}

/** The pixels of a box. */
export function cropGrey(page: RenderedPage, box: Box) {
  const perMm = page.width / page.widthMm;
  const [left = 0, top = 0, width = 0, height = 0] = [box.x, box.y, box.width, box.height].map(
    (mm) => Math.round(mm * perMm),
  );
  const data = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    const start = (top + row) * page.width + left;
    data.set(page.grey.subarray(start, start + width), row * width);
  }
  return { data, width, height };
}
