import type { Ground } from "@/components/codes/picture/grounds";
import { GROUND_TONES } from "@/components/codes/picture/grounds";

export type ContrastVerdict = "good" | "risky" | "unreadable";

export interface ContrastReading {
  verdict: ContrastVerdict;
  ratio: number;
  /** The line is lighter than its ground: some scanners only read dark on light. */
  isInverted: boolean;
}

// Where the symbol contrast of ISO/IEC 15415 is 70 % and 40 % on white paper.
const GOOD_RATIO = 3;
const RISKY_RATIO = 1.6;
const WHITE = "#FFFFFF";

function channelLight(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** Red, green and blue, 0 to 255, of `#RRGGBB`. */
export function splitColor(color: string): [number, number, number] {
  const bits = Number.parseInt(color.slice(1), 16);
  return [(bits >> 16) & 255, (bits >> 8) & 255, bits & 255];
}

function luminance(color: string): number {
  const [red, green, blue] = splitColor(color);
  return 0.2126 * channelLight(red) + 0.7152 * channelLight(green) + 0.0722 * channelLight(blue);
}

/** WCAG contrast of two `#RRGGBB` colours: 1 (same) to 21 (black on white). */
export function contrastRatio(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((left, right) => right - left);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** WeChat keeps a white line black (docs/wechat-api.md, section 2.4). */
export function drawnColor(lineColor: string): string {
  return lineColor.toUpperCase() === WHITE ? "#000000" : lineColor;
}

function verdictOf(ratio: number, isInverted: boolean): ContrastVerdict {
  if (ratio < RISKY_RATIO) return "unreadable";
  return ratio < GOOD_RATIO || isInverted ? "risky" : "good";
}

/**
 * How well a line can be told from what lies under it. Only a transparent code
 * meets the ground itself, all others bring their own white; on a ground of
 * several tones the worst one counts.
 */
export function readContrast(
  lineColor: string,
  isTransparent: boolean,
  ground: Ground,
): ContrastReading {
  const drawn = drawnColor(lineColor);
  const tones = isTransparent ? GROUND_TONES[ground] : [WHITE];
  const readings = tones.map((tone) => {
    const ratio = contrastRatio(drawn, tone);
    const isInverted = luminance(drawn) > luminance(tone);
    return { ratio, isInverted, verdict: verdictOf(ratio, isInverted) };
  });
  return readings.reduce((worst, next) => (next.ratio < worst.ratio ? next : worst));
}
