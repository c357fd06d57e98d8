import type { Sharp } from "sharp";
import type { ImageType } from "@/lib/packs/drawing-schema";

/** What print shops ask for. */
export const PRINT_DPI = 300;
/** Every edge of a code stays an edge. */
const JPEG = { quality: 95, chromaSubsampling: "4:4:4" } as const;
const PNG = { compressionLevel: 6 } as const;

/** The drawn picture as a file that knows its size on paper; a JPEG has `behind` where a PNG is transparent. */
export async function encodePicture(
  picture: Sharp,
  imageType: ImageType,
  behind: string,
): Promise<Buffer> {
  const sized = picture.withMetadata({ density: PRINT_DPI });
  if (imageType === "png") return sized.png(PNG).toBuffer();
  return sized.flatten({ background: behind }).jpeg(JPEG).toBuffer();
}
