import { LINE_HEIGHT } from "@/lib/packs/template-schema";
import type { FrameDesign } from "@/lib/packs/template-schema";

export interface Place {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface FrameGeometry {
  width: number;
  height: number;
  corner: number;
  code: Place;
  logo: Place | null;
  /** One room per line of the design. */
  lines: (Place & { size: number })[];
}

/** Between the code, the lines and the logo, in hundredths of the width. */
const GAP = 2.5;
/** A logo is at most so high, as a share of the code. */
const LOGO_HEIGHT = 0.5;
/** A corner this many margins wide just passes the corner of the code. */
const CORNER_PER_MARGIN = 3.4;

/**
 * Where everything stands in a frame of this width, in whole pixels. Only the design decides it, never the
 * text, so that all pictures of a pack have one size. `logoRatio` is the logo's height by its width.
 */
export function frameGeometry(
  design: FrameDesign,
  width: number,
  logoRatio: number | null,
): FrameGeometry {
  const pixels = (hundredths: number) => Math.round((width * hundredths) / 100);
  const margin = pixels(design.margin);
  const inner = width - 2 * margin;
  const gap = pixels(GAP);
  const logo = design.logo && logoRatio ? logoSize(design.logo.size, inner, logoRatio) : null;
  const isLogoOnTop = design.logo?.place.startsWith("top") ?? false;
  const left = margin + Math.round((inner - (logo?.width ?? 0)) * sideOf(design));
  let top = margin;
  const take = (height: number) => {
    const at = top;
    top += height + gap;
    return at;
  };
  const logoTop = logo && isLogoOnTop ? take(logo.height) : null;
  const code = { left: margin, top: take(inner), width: inner, height: inner };
  const lines = design.lines.map(({ size, lines }) => {
    const letter = (width * size) / 100;
    const height = Math.ceil(letter * LINE_HEIGHT * lines);
    return { left: margin, top: take(height), width: inner, height, size: letter };
  });
  const logoBottom = logo && !isLogoOnTop ? take(logo.height) : null;
  const logoAt = logoTop ?? logoBottom;
  return {
    width,
    height: top - gap + margin,
    corner: Math.min(pixels(design.corner), Math.round(margin * CORNER_PER_MARGIN)),
    code,
    lines,
    logo: logo && logoAt !== null ? { left, top: logoAt, ...logo } : null,
  };
}

function logoSize(size: number, inner: number, ratio: number): { width: number; height: number } {
  const wanted = (inner * size) / 100;
  const width = Math.min(wanted, (inner * LOGO_HEIGHT) / ratio);
  return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(width * ratio)) };
}

/** 0 at the left, 1 at the right. */
function sideOf({ logo }: FrameDesign): number {
  if (logo?.place.endsWith("Left")) return 0;
  return logo?.place.endsWith("Right") ? 1 : 0.5;
}
