const MM_PER_INCH = 25.4;
/** What print shops ask for. */
export const PRINT_DPI = 300;

/** Edge length in millimetres of a picture printed at `dpi`, one decimal. */
export function printedMm(pixels: number, dpi: number = PRINT_DPI): number {
  return Math.round((pixels / dpi) * MM_PER_INCH * 10) / 10;
}
