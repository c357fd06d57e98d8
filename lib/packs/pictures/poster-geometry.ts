import type { Place } from "./frame-geometry";
import { LINE_HEIGHT } from "@/lib/packs/template-schema";
import type { PosterDesign } from "@/lib/packs/template-schema";

export interface PosterGeometry {
  width: number;
  height: number;
  code: Place;
  /** Around the code, cut at the edges of the poster. */
  plate: Place & { corner: number };
  /** One room per text of the design. */
  texts: (Place & { size: number })[];
}

/** Where everything stands on a poster of this size, in whole pixels; nothing leaves it. */
export function posterGeometry(
  design: PosterDesign,
  { width, height }: { width: number; height: number },
): PosterGeometry {
  const across = (hundredths: number) => Math.round((width * hundredths) / 100);
  const down = (hundredths: number) => Math.round((height * hundredths) / 100);
  const size = Math.max(1, Math.min(across(design.code.width), width, height));
  const code = {
    left: Math.min(across(design.code.x), width - size),
    top: Math.min(down(design.code.y), height - size),
    width: size,
    height: size,
  };
  const margin = Math.round((size * design.code.margin) / 100);
  const texts = design.texts.map((box) => {
    const letter = (width * box.size) / 100;
    const left = Math.min(across(box.x), width - 1);
    const wanted = Math.ceil(letter * LINE_HEIGHT * box.lines);
    const top = Math.max(0, Math.min(down(box.y), height - wanted));
    return {
      left,
      top,
      width: Math.max(1, Math.min(across(box.width), width - left)),
      height: Math.min(wanted, height),
      size: letter,
    };
  });
  return {
    width,
    height,
    code,
    plate: {
      left: code.left - margin,
      top: code.top - margin,
      width: size + 2 * margin,
      height: size + 2 * margin,
      corner: margin,
    },
    texts,
  };
}
