import type { PackRun } from "@/lib/packs/pack-run";

const MM_PER_INCH = 25.4;
const PRINT_DPI = 300;
/** Below it phones at arm's length read too few of a code. */
export const SMALLEST_MM = 20;

export interface PrintSize {
  pixelWidth: number;
  millimetres: string;
  count: number;
}

/** Into how many pixels the pictures of the codes are divided, and how large that is in print. */
export async function listPrintSizes({ ctx, pack }: PackRun): Promise<PrintSize[]> {
  const widths = await ctx.runtime.db.$queryRaw<{ pixelWidth: number; count: number }[]>`
    SELECT p.pixel_width AS "pixelWidth", count(*)::int AS count
    FROM pack_codes pc JOIN codes c ON c.id = pc.code_id JOIN pictures p ON p.sha256 = c.picture_sha256
    WHERE pc.pack_id = ${pack.id}::uuid AND pc.problem IS NULL GROUP BY 1 ORDER BY 1`;
  return widths.map((width) => ({ ...width, millimetres: printedMm(width.pixelWidth) }));
}

/** As wide as so many pixels are printed, with one decimal. */
export function printedMm(pixels: number): string {
  return ((pixels / PRINT_DPI) * MM_PER_INCH).toFixed(1);
}
