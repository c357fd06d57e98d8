import { createHash } from "node:crypto";
import sharp from "sharp";
import type { LookAsset } from "./look-asset";
import { InvalidInputError } from "@/lib/core/errors";
import { ASSET_MAX_PIXELS } from "@/lib/packs/template-schema";

/** Quality at which print shows no difference. */
const JPEG = { quality: 92, chromaSubsampling: "4:4:4" } as const;
const PNG = { compressionLevel: 8 } as const;

/**
 * An uploaded picture, read to the end and written anew: upright, in sRGB, and without anything but its pixels.
 * Throws InvalidInputError for what is no PNG, JPEG or WebP, whatever its name says, and for too many pixels.
 */
export async function cleanAsset(bytes: Buffer): Promise<LookAsset> {
  const format = formatOf(bytes);
  if (format === null) throw new InvalidInputError("assetType");
  // Read first and alone: a bomb says its size before it is unpacked.
  const { width, height } = await orBroken(sharp(bytes, { limitInputPixels: false }).metadata());
  if (width * height > ASSET_MAX_PIXELS) {
    throw new InvalidInputError("assetPixels", undefined, {
      megapixels: Math.round((width * height) / 1_000_000),
      most: ASSET_MAX_PIXELS / 1_000_000,
    });
  }
  const image = sharp(bytes, { limitInputPixels: ASSET_MAX_PIXELS, failOn: "error" })
    .autoOrient()
    .toColourspace("srgb");
  const written = format === "jpeg" ? image.jpeg(JPEG) : image.png(PNG);
  const { data, info } = await orBroken(written.toBuffer({ resolveWithObject: true }));
  return {
    bytes: data,
    sha256: createHash("sha256").update(data).digest("hex"),
    mediaType: `image/${format === "jpeg" ? "jpeg" : "png"}`,
    byteSize: data.length,
    pixelWidth: info.width,
    pixelHeight: info.height,
  };
}

async function orBroken<Result>(reading: Promise<Result>): Promise<Result> {
  try {
    return await reading;
  } catch {
    throw new InvalidInputError("assetBroken");
  }
}

const PNG_START = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG_START = Buffer.from([0xff, 0xd8, 0xff]);

/** By the first bytes, before anything reads them: an SVG, for one, could reach for files. */
function formatOf(bytes: Buffer): "png" | "jpeg" | "webp" | null {
  if (bytes.subarray(0, PNG_START.length).equals(PNG_START)) return "png";
  if (bytes.subarray(0, JPEG_START.length).equals(JPEG_START)) return "jpeg";
  const isWebp =
    bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP";
  return isWebp ? "webp" : null;
}
