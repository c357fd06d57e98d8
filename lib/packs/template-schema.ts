import { z } from "zod";
import { PLACE_NAMES } from "@/lib/packs/naming/place-names";

export const TEMPLATE_NAME_MAX_LENGTH = 60;
export const TEMPLATES_MAX = 200;
export const LINES_MAX = 6;
export const TEXT_BOXES_MAX = 12;
export const TEXT_MAX_LENGTH = 200;
/** 8 MiB and 40 megapixels: an A2 poster at 300 dpi. */
export const ASSET_MAX_BYTES = 8 * 1024 * 1024;
export const ASSET_MAX_PIXELS = 40_000_000;
/** A poster without a background, in pixels. */
export const POSTER_EDGE_MIN = 200;
export const POSTER_EDGE_MAX = 6_000;
/** From one line of a text to the next, in heights of a letter. */
export const LINE_HEIGHT = 1.3;
/** A code on a poster may be no narrower, in pixels, when the poster has its full size. */
export const CODE_PIXELS_MIN = 100;

export const TemplateKind = z.enum(["frame", "poster"]);
export type TemplateKind = z.infer<typeof TemplateKind>;

export const TextWeight = z.enum(["regular", "bold"]);
export type TextWeight = z.infer<typeof TextWeight>;

export const TextAlign = z.enum(["left", "center", "right"]);
export type TextAlign = z.infer<typeof TextAlign>;

export const LogoPlace = z.enum([
  "topLeft",
  "top",
  "topRight",
  "bottomLeft",
  "bottom",
  "bottomRight",
]);
export type LogoPlace = z.infer<typeof LogoPlace>;

/** What a text may name besides the keys of a payload. */
export const TEXT_KEYS = PLACE_NAMES;

/** PostgreSQL keeps neither NUL nor half a character. */
const storable = (text: string) => text.isWellFormed() && !text.includes("\0");
/** Every brace belongs to a pair with a name in it. */
const pairedBraces = (text: string) => !/[{}]/.test(text.replace(/\{[^{}]*[^{}\s][^{}]*\}/g, ""));

const number = (least: number, most: number) =>
  z
    .number({ error: "lookNumber" })
    .min(least, { error: "lookNumber" })
    .max(most, { error: "lookNumber" });
const whole = (least: number, most: number) =>
  number(least, most).refine(Number.isInteger, { error: "lookNumber" });
const Color = z.string().regex(/^#[0-9a-fA-F]{6}$/, { error: "lookColor" });
const AssetHash = z.string().regex(/^[0-9a-f]{64}$/, { error: "inputInvalid" });

const Text = {
  /** With `{label}`, `{serial}`, `{city}` … in it. */
  text: z
    .string()
    .trim()
    .min(1, { error: "lookTextMissing" })
    .max(TEXT_MAX_LENGTH, { error: "lookTextLong" })
    .refine(storable, { error: "inputInvalid" })
    .refine(pairedBraces, { error: "lookTextBraces" }),
  /** Height of a letter, in hundredths of the whole's width. */
  size: number(0.5, 30),
  weight: TextWeight,
  color: Color,
  align: TextAlign,
  /** Room for so many lines; a longer text gets smaller until it fits. */
  lines: whole(1, 8),
};

/** A line under the code. */
export const FrameLine = z.strictObject(Text);
export type FrameLine = z.infer<typeof FrameLine>;

/** A frame around a code. Lengths are hundredths of the whole's width. */
export const FrameDesign = z.strictObject({
  ground: Color,
  /** Under the code, which may be transparent. */
  plate: Color,
  margin: number(0, 25),
  corner: number(0, 20),
  lines: z.array(FrameLine).max(LINES_MAX, { error: "lookLinesMany" }),
  logo: z.strictObject({ asset: AssetHash, place: LogoPlace, size: number(3, 100) }).nullable(),
});
export type FrameDesign = z.infer<typeof FrameDesign>;

/** A text somewhere on a poster: left edge, top edge, width. */
export const TextBox = z.strictObject({
  ...Text,
  x: number(0, 100),
  y: number(0, 100),
  width: number(2, 100),
});
export type TextBox = z.infer<typeof TextBox>;

/** Code and texts on a background. `x`, `width` and `size` are hundredths of its width, `y` of its height. */
export const PosterDesign = z
  .strictObject({
    /** Null: a plain colour in the size below. */
    background: AssetHash.nullable(),
    ground: Color,
    pixelWidth: whole(POSTER_EDGE_MIN, POSTER_EDGE_MAX),
    pixelHeight: whole(POSTER_EDGE_MIN, POSTER_EDGE_MAX),
    code: z.strictObject({
      x: number(0, 100),
      y: number(0, 100),
      width: number(3, 100),
      plate: Color,
      /** Of the plate around the code, in hundredths of the code's width. */
      margin: number(0, 20),
    }),
    texts: z.array(TextBox).max(TEXT_BOXES_MAX, { error: "lookTextsMany" }),
  })
  .superRefine(({ texts, code }, check) => {
    const issue = (path: (string | number)[]) =>
      check.addIssue({ code: "custom", path, message: "lookOutside" });
    if (code.x + code.width > 100.01) issue(["code", "x"]);
    texts.forEach(({ x, width }, place) => {
      if (x + width > 100.01) issue(["texts", place, "x"]);
    });
  });
export type PosterDesign = z.infer<typeof PosterDesign>;

export const TemplateName = z
  .string()
  .trim()
  .min(1, { error: "nameMissing" })
  .max(TEMPLATE_NAME_MAX_LENGTH, { error: "nameLong" })
  .refine(storable, { error: "inputInvalid" });

/** A look of one of the two kinds. */
export const TemplateDesign = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("frame"), design: FrameDesign }),
  z.strictObject({ kind: z.literal("poster"), design: PosterDesign }),
]);
export type TemplateDesign = z.infer<typeof TemplateDesign>;

const Saved = {
  name: TemplateName,
  /** Null: a new one. Else the version that was changed, so that nobody overwrites what came between. */
  replaces: z.strictObject({ templateId: z.uuid(), version: z.int() }).nullable(),
};
export const SaveTemplateInput = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("frame"), design: FrameDesign, ...Saved }),
  z.strictObject({ kind: z.literal("poster"), design: PosterDesign, ...Saved }),
]);
export type SaveTemplateInput = z.input<typeof SaveTemplateInput>;

export const TemplateOf = z.strictObject({ templateId: z.uuid() });
export type TemplateOf = z.input<typeof TemplateOf>;

export const ListTemplatesInput = z.strictObject({ kind: TemplateKind.optional() });
export type ListTemplatesInput = z.input<typeof ListTemplatesInput>;

export const AssetOf = z.strictObject({ sha256: AssetHash });
export type AssetOf = z.input<typeof AssetOf>;

export const PREVIEW_PIXELS_MAX = 1_000;

/** How a look would come out, small; saved or not. */
export const PreviewDrawingInput = z.strictObject({
  look: z.union([TemplateDesign, TemplateOf]),
  /** Null: the newest code there is, else a stand-in. */
  codeId: z.uuid().nullable(),
  pixelWidth: z.int().min(100).max(PREVIEW_PIXELS_MAX),
});
export type PreviewDrawingInput = z.input<typeof PreviewDrawingInput>;

export interface TemplateRow {
  id: string;
  name: string;
  kind: TemplateKind;
  version: number;
  createdBy: string;
  updatedAt: Date;
}

export interface AssetView {
  sha256: string;
  mediaType: string;
  byteSize: number;
  pixelWidth: number;
  pixelHeight: number;
}

export type TemplateDetail = TemplateRow &
  TemplateDesign & {
    isArchived: boolean;
    /** The logo or the background, when it has one. */
    asset: AssetView | null;
  };

/** Name of the picture a look stands on or carries; null when it has none. */
export function assetOf(look: TemplateDesign): string | null {
  return look.kind === "frame" ? (look.design.logo?.asset ?? null) : look.design.background;
}

const LINE = { weight: "regular", color: "#17201B", align: "center", lines: 1 } as const;

/** Pretty at once: white, the name under the code, the serial below. */
export const DEFAULT_FRAME: FrameDesign = {
  ground: "#FFFFFF",
  plate: "#FFFFFF",
  margin: 7,
  corner: 0,
  lines: [
    { ...LINE, text: "{label}", size: 6, weight: "bold" },
    { ...LINE, text: "{serial}", size: 3.5, color: "#5C6660" },
  ],
  logo: null,
};

/** A5 upright at 300 dpi. */
export const DEFAULT_POSTER: PosterDesign = {
  background: null,
  ground: "#F2F7F4",
  pixelWidth: 1_748,
  pixelHeight: 2_480,
  code: { x: 25, y: 34, width: 50, plate: "#FFFFFF", margin: 6 },
  texts: [
    { ...LINE, text: "{label}", size: 7, weight: "bold", lines: 2, x: 8, y: 14, width: 84 },
    { ...LINE, text: "{serial}", size: 3, color: "#5C6660", x: 20, y: 76, width: 60 },
  ],
};
