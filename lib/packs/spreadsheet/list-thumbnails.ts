import sharp from "sharp";
import type { PackedCode, PackSource } from "@/lib/packs/packed-code";

/** Made at a time. */
const TOGETHER = 4;
/** Sharp on screens with twice the pixels. */
const DENSITY = 2;
const PNG = { palette: true, effort: 1 };
/** A crossed-out box. */
const LOST =
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" fill="none" stroke="#A1A1AA" stroke-width=".3">` +
  `<path d="M.5.5h9v9h-9zl9 9m0-9l-9 9"/></svg>`;

/** A small picture of every code, in their order; of a lost one a crossed-out box, and its position is noted. */
export async function* listThumbnails(
  source: PackSource,
  pixels: number,
  lost: Set<number>,
): AsyncGenerator<Buffer, void, void> {
  for await (const codes of source.codes()) {
    for (let at = 0; at < codes.length; at += TOGETHER) {
      const some = codes.slice(at, at + TOGETHER);
      yield* await Promise.all(some.map((code) => thumbnailOf(source, code, pixels, lost)));
    }
  }
}

async function thumbnailOf(
  source: PackSource,
  code: PackedCode,
  pixels: number,
  lost: Set<number>,
): Promise<Buffer> {
  const picture = await source.readPicture(code);
  if (!picture) lost.add(code.position);
  const edge = pixels * DENSITY;
  return sharp(picture ?? Buffer.from(LOST))
    .resize(edge, edge, { fit: "contain", background: "#FFFFFF00" })
    .png(PNG)
    .toBuffer();
}
