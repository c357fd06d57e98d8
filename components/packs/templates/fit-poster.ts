import { LINE_HEIGHT } from "@/lib/packs/template-schema";
import type { PosterDesign } from "@/lib/packs/template-schema";

const tenths = (value: number) => Math.floor(value * 10) / 10;

/** The design on another background, which may be lower or wider: the code is moved and made smaller until it fits. */
export function fitPoster(
  design: PosterDesign,
  background: { pixelWidth: number; pixelHeight: number } | null,
): PosterDesign {
  const ratio = ratioOf(design, background);
  const { code } = design;
  const width = Math.min(code.width, tenths(100 / ratio));
  const y = Math.min(code.y, tenths(100 - width * ratio));
  return { ...design, code: { ...code, width, y: Math.max(0, y) } };
}

/** Width of a poster by its height. */
export function ratioOf(
  design: PosterDesign,
  background: { pixelWidth: number; pixelHeight: number } | null,
): number {
  const { pixelWidth, pixelHeight } = background ?? design;
  return pixelWidth > 0 && pixelHeight > 0 ? pixelWidth / pixelHeight : 1;
}

/** Places of the texts whose box lies over the code, which may then not be read. */
export function textsOverCode({ code, texts }: PosterDesign, ratio: number): number[] {
  const bottom = code.y + code.width * ratio;
  return texts.flatMap(({ x, y, width, size, lines }, place) => {
    const isBeside = x >= code.x + code.width || x + width <= code.x;
    const isAboveOrBelow = y >= bottom || y + size * LINE_HEIGHT * lines * ratio <= code.y;
    return isBeside || isAboveOrBelow ? [] : [place];
  });
}
