import { z } from "zod";

export const ImageType = z.enum(["png", "jpeg"]);
export type ImageType = z.infer<typeof ImageType>;

const Output = {
  templateId: z.uuid(),
  imageType: ImageType,
};

/** A picture in a frame of the team's. */
export const FrameDrawing = z.strictObject({
  ...Output,
  /** Width of the whole, in pixels. */
  pixelWidth: z.int().min(200).max(4_000),
});
export type FrameDrawing = z.infer<typeof FrameDrawing>;

/** A picture on a poster of the team's, in the size of its background. */
export const PosterDrawing = z.strictObject(Output);
export type PosterDrawing = z.infer<typeof PosterDrawing>;
