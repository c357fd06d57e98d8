import jsqr from "jsqr";
import sharp from "sharp";

export interface DrawnPicture {
  width: number;
  height: number;
  format: string;
  /** Text of the QR inside: all of C, the middle of A and B in the sandbox. */
  text: string | null;
  /** Share of all pixels that have this colour, give or take JPEG's noise. */
  shareOf(hex: string): number;
  /** Whether the corner lets the ground through. */
  hasClearCorner: boolean;
}

/** Takes a code's picture apart the way a scanner and a designer would. */
export async function readPicture(bytes: Buffer): Promise<DrawnPicture> {
  const image = sharp(bytes);
  const { width, height, format } = await image.metadata();
  const { data } = await image.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const onWhite = await sharp(bytes)
    .flatten({ background: "#ffffff" })
    .ensureAlpha()
    .raw()
    .toBuffer();
  return {
    width,
    height,
    format,
    text: jsqr(new Uint8ClampedArray(onWhite), width, height)?.data ?? null,
    shareOf: (hex) => shareOf(data, hex),
    hasClearCorner: data[3] === 0,
  };
}

function shareOf(pixels: Buffer, hex: string): number {
  const wanted = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  let count = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const near = wanted.every(
      (value, channel) => Math.abs((pixels[at + channel] ?? 0) - value) < 24,
    );
    if (near && pixels[at + 3] === 255) count += 1;
  }
  return count / (pixels.length / 4);
}
