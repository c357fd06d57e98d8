import sharp from "sharp";
import type { OverlayOptions } from "sharp";

/** No stored picture of a code is larger. */
const MAX_PIXELS = 2_000 ** 2;

/**
 * A code's picture at another size, its quiet ground and transparency as they are. A multiple of a square code is made of
 * whole pixels; everything else is smoothed, for round codes have no straight edges to keep.
 */
export async function scaleCode(
  picture: Buffer,
  { size, isSquare }: { size: number; isSquare: boolean },
): Promise<Pick<OverlayOptions, "input" | "raw">> {
  const image = sharp(picture, { limitInputPixels: MAX_PIXELS });
  const { width } = await image.metadata();
  const isMultiple = size % width === 0;
  const kernel = size < width ? "lanczos3" : isSquare && isMultiple ? "nearest" : "cubic";
  const { data, info } = await image
    .resize(size, size, { kernel, fit: "fill" })
    .toColourspace("srgb")
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { channels } = info;
  return { input: data, raw: { width: info.width, height: info.height, channels } };
}
