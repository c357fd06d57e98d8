import { z } from "zod";

import type { Rgb } from "./code-request";

/** A colour part may be a number or a numeric string (section 2.4). */
const ColourPart = z.union([
  z.number(),
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
]);

/**
 * A number as scene loses digits beyond 2^53. Adding up digit by digit in a double gives exactly
 * the one reported pair, 412213075488489472 to …536 (section 2.4); correct rounding would not.
 */
function sceneOfNumber(value: number): string {
  if (!Number.isInteger(value)) return String(value);
  const digits = BigInt(Math.abs(value)).toString();
  let sum = 0;
  for (const digit of digits) sum = sum * 10 + Number(digit);
  return (value < 0 ? "-" : "") + (Number.isFinite(sum) ? BigInt(sum).toString() : digits);
}

const SceneText = z.union([z.string(), z.number().transform(sceneOfNumber)]);

const Look = {
  width: z.number().nullish(),
  auto_color: z.boolean().nullish(),
  line_color: z
    .object({ r: ColourPart.nullish(), g: ColourPart.nullish(), b: ColourPart.nullish() })
    .nullish(),
  is_hyaline: z.boolean().nullish(),
  env_version: z.string().nullish(),
};

/** access_token belongs in the query; inside the body it is the one extra key that is refused (section 0). */
const NoToken = { access_token: z.undefined().optional() };

const BodyA = z.object({ ...NoToken, ...Look, path: z.string().nullish() });
const BodyB = z.object({
  ...NoToken,
  ...Look,
  scene: SceneText.nullish(),
  page: z.string().nullish(),
  check_path: z.boolean().nullish(),
});
const BodyC = z.object({ ...NoToken, path: z.string().nullish(), width: z.number().nullish() });

/** The parameters of section 2.1 by kind. Value types only: lengths and meanings come later. */
export const BODIES = { A: BodyA, B: BodyB, C: BodyC };

export type BodyA = z.infer<typeof BodyA>;
export type BodyB = z.infer<typeof BodyB>;
export type BodyC = z.infer<typeof BodyC>;

const DEFAULT_WIDTH = 430;
const MIN_WIDTH = 280;
const MAX_WIDTH = 1280;

/** Whole pixels in 280..1280; anything outside is clamped (sections 2.1, 2.4, section 11 row 4). */
export function clampWidth(width: number | null | undefined): number {
  return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, Math.trunc(width ?? DEFAULT_WIDTH)));
}

/** What auto_color picks: one pleasant green. */
const AUTO_COLOR: Rgb = { r: 22, g: 138, b: 116 };
const BLACK: Rgb = { r: 0, g: 0, b: 0 };

/** The colour that is drawn: auto_color wins, and white may stay black (section 2.4). */
export function lineColorOf(
  body: Pick<BodyA, "auto_color" | "line_color">,
  whiteStaysBlack: boolean,
): Rgb {
  if (body.auto_color === true) return AUTO_COLOR;
  const { r, g, b } = body.line_color ?? {};
  const colour = { r: clampPart(r), g: clampPart(g), b: clampPart(b) };
  const isWhite = colour.r === 255 && colour.g === 255 && colour.b === 255;
  return isWhite && whiteStaysBlack ? BLACK : colour;
}

function clampPart(part: number | null | undefined): number {
  return Math.min(255, Math.max(0, Math.trunc(part ?? 0)));
}
