import jsQR from "jsqr";
import sharp from "sharp";
import { renderQrcode } from "@/lib/sandbox/render-qrcode";
import { renderWxacode } from "@/lib/sandbox/render-wxacode";

const REQUEST = {
  appid: "wx0123456789abcdef",
  target: "pages/shop/index",
  scene: "s=1042",
  width: 430,
  lineColor: { r: 0, g: 0, b: 0 },
  isHyaline: false,
  envVersion: "release",
} as const;

/** Pictures as WeChat's stand-in draws them, all of which a scanner can read. */
export async function samplePictures() {
  const [round, transparent, square] = await Promise.all([
    renderWxacode({ ...REQUEST, kind: "B" }),
    renderWxacode({ ...REQUEST, kind: "B", isHyaline: true }),
    renderQrcode({ ...REQUEST, kind: "C" }),
  ]);
  return { round: round.bytes, transparent: transparent.bytes, square: square.bytes };
}

export interface Pixels {
  data: Buffer;
  width: number;
  height: number;
}

/** Red, green, blue of every pixel, on white. */
export async function pixelsOf(picture: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(picture)
    .flatten({ background: "#ffffff" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** What a scanner reads in it, or null. */
export async function scan(picture: Buffer): Promise<string | null> {
  const image = sharp(picture).flatten({ background: "#ffffff" }).ensureAlpha().raw();
  const { data, info } = await image.toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data ?? null;
}

/** The smallest rectangle with everything in it that differs between two pictures of one size; null: nothing does. */
export async function differing(one: Buffer, other: Buffer) {
  const [a, b] = await Promise.all([pixelsOf(one), pixelsOf(other)]);
  if (a.width !== b.width || a.height !== b.height) throw new Error("The sizes differ.");
  let found: { left: number; top: number; right: number; bottom: number } | null = null;
  for (let at = 0; at < a.data.length; at += 3) {
    if (a.data.compare(b.data, at, at + 3, at, at + 3) === 0) continue;
    const x = (at / 3) % a.width;
    const y = Math.floor(at / 3 / a.width);
    found ??= { left: x, top: y, right: x, bottom: y };
    found.left = Math.min(found.left, x);
    found.right = Math.max(found.right, x);
    found.bottom = y;
  }
  return found;
}

/** Mean difference of two pictures of one size, 0 to 255. */
export async function distance(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all([pixelsOf(one), pixelsOf(other)]);
  const sum = a.data.reduce((sum, value, at) => sum + Math.abs(value - (b.data[at] ?? 0)), 0);
  return sum / a.data.length;
}
