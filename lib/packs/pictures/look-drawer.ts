import type { DrawCode } from "./draw-frame";
import { frameDrawer } from "./draw-frame";
import { posterDrawer } from "./draw-poster";
import { readAsset } from "./look-asset";
import type { Context } from "@/lib/core/context";
import type { ImageType } from "@/lib/packs/drawing-schema";
import { assetOf } from "@/lib/packs/template-schema";
import type { TemplateDesign } from "@/lib/packs/template-schema";

interface Output {
  imageType: ImageType;
  /** Null: a poster in its full size. */
  pixelWidth: number | null;
}

/** A frame needs a width; nothing else is as wide as this one. */
const FRAME_WIDTH = 1_000;

/** Reads what a look needs and gives the function that draws one code after the other. */
export async function lookDrawer(
  ctx: Context,
  look: TemplateDesign,
  { imageType, pixelWidth }: Output,
): Promise<DrawCode> {
  const hash = assetOf(look);
  const asset = hash === null ? null : await readAsset(ctx, hash);
  return look.kind === "frame"
    ? frameDrawer(look.design, { logo: asset, imageType, pixelWidth: pixelWidth ?? FRAME_WIDTH })
    : posterDrawer(look.design, { background: asset, imageType, pixelWidth });
}
