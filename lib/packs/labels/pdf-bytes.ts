import sharp from "sharp";

const JPEG_START = 0xff_d8;

/**
 * A picture as a PDF can hold it: JPEG and plain PNG byte for byte. What is transparent is laid on its ground first,
 * for many printing machines draw transparency wrongly.
 */
export async function pdfBytes(picture: Buffer, ground: string): Promise<Buffer> {
  if (picture.length > 2 && picture.readUInt16BE(0) === JPEG_START) return picture;
  const image = sharp(picture);
  const { format, hasAlpha, isProgressive, depth } = await image.metadata();
  if (format === "png" && depth === "uchar" && !hasAlpha && !isProgressive) return picture;
  return image.flatten({ background: ground }).png().toBuffer();
}
