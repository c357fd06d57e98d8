import type { Font } from "fontkit";
import { openFont } from "./open-font";
import { layOutText } from "./lay-out-text";
import { LINE_HEIGHT } from "@/lib/packs/template-schema";
import type { FrameLine } from "@/lib/packs/template-schema";

/** Where the letters stand within their line, from its top. */
const BASELINE = 0.97;

export interface TextPlace {
  /** Pixels. */
  width: number;
  height: number;
  size: number;
  /** Where a text lower than its room stands in it. */
  standsAt: "top" | "middle";
}

type Look = Pick<FrameLine, "weight" | "color" | "align">;

/**
 * A text as a picture of exactly this width and height; null when there is nothing to see. It holds outlines
 * of letters and no letters, so no text can mean anything to who draws it, and no font has to be installed.
 */
export function textSvg(text: string, look: Look, place: TextPlace): Buffer | null {
  const font = openFont(look.weight);
  const { lines, size } = layOutText(text, font, place);
  if (lines.length === 0) return null;
  const left = place.height - lines.length * size * LINE_HEIGHT;
  const top = place.standsAt === "middle" ? Math.max(0, left / 2) : 0;
  const paths = lines.map((line, index) =>
    linePath(line, font, size, {
      look,
      place,
      baseline: top + (index * LINE_HEIGHT + BASELINE) * size,
    }),
  );
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${place.width}" height="${place.height}">` +
      `<g fill="${look.color}">${paths.join("")}</g></svg>`,
  );
}

function linePath(
  line: string,
  font: Font,
  size: number,
  { look, place, baseline }: { look: Look; place: TextPlace; baseline: number },
): string {
  const scale = size / font.unitsPerEm;
  const run = font.layout(line);
  const free = place.width - run.advanceWidth * scale;
  let x = look.align === "left" ? 0 : look.align === "right" ? free : free / 2;
  const shapes = run.glyphs.map((glyph, index) => {
    const position = run.positions[index];
    const at = x + (position?.xOffset ?? 0) * scale;
    const up = baseline - (position?.yOffset ?? 0) * scale;
    x += (position?.xAdvance ?? glyph.advanceWidth) * scale;
    const outline = glyph.path.toSVG();
    const move = `translate(${at.toFixed(2)} ${up.toFixed(2)}) scale(${scale.toFixed(5)} -${scale.toFixed(5)})`;
    return outline === "" ? "" : `<path transform="${move}" d="${outline}"/>`;
  });
  return shapes.join("");
}
