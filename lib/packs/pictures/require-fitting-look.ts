import { posterSize } from "./draw-poster";
import { findAsset } from "./look-asset";
import type { Context } from "@/lib/core/context";
import { InvalidInputError } from "@/lib/core/errors";
import { assetOf, CODE_PIXELS_MIN, LINE_HEIGHT } from "@/lib/packs/template-schema";
import type { PosterDesign, TemplateDesign } from "@/lib/packs/template-schema";

/** Places come from dragging and are rounded. */
const SLACK = 1.001;

/** Throws InvalidInputError for a picture nobody has uploaded, and for what does not fit on its poster. */
export async function requireFittingLook(ctx: Context, look: TemplateDesign): Promise<void> {
  const hash = assetOf(look);
  const asset = hash === null ? null : await findAsset(ctx, hash);
  if (hash !== null && !asset) throw new InvalidInputError("lookAssetGone", "design");
  if (look.kind === "poster") requireFittingPoster(look.design, posterSize(look.design, asset));
}

function requireFittingPoster(
  { code, texts }: PosterDesign,
  { width, height }: { width: number; height: number },
): void {
  const size = (width * code.width) / 100;
  if (size < CODE_PIXELS_MIN) {
    const values = { pixels: Math.round(size), least: CODE_PIXELS_MIN };
    throw new InvalidInputError("lookCodeSmall", "design.code.width", values);
  }
  const isBelow = (y: number, high: number) => (height * y) / 100 + high > height * SLACK;
  if (isBelow(code.y, size)) throw new InvalidInputError("lookOutside", "design.code.y");
  texts.forEach((text, place) => {
    const high = (width * text.size * LINE_HEIGHT * text.lines) / 100;
    if (isBelow(text.y, high))
      throw new InvalidInputError("lookOutside", `design.texts.${place}.y`);
  });
}
