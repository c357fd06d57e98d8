import sharp from "sharp";

const plate = sharp({
  create: { width: 40, height: 40, channels: 3, background: { r: 7, g: 193, b: 96 } },
});

/** Real pictures from a real encoder. The progressive one has several scans. */
export const jpegBytes = await plate.clone().jpeg({ quality: 100 }).toBuffer();
export const progressiveJpegBytes = await plate.clone().jpeg({ progressive: true }).toBuffer();
export const pngBytes = await plate.clone().png().toBuffer();
