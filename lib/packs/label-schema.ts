import { z } from "zod";
import { findMisfits } from "@/lib/packs/label-misfit-schema";

/** The least a code may measure in print, and from where on phones find it at once. */
export const CODE_SIZE_MIN = 8;
export const CODE_SIZE_SURE = 10;
export const COPIES_MAX = 20;
export const CAPTIONS_MAX = 6;
export const CAPTION_MAX_LENGTH = 300;

const between = (least: number, most: number, error: string) =>
  z.number({ error }).min(least, { error }).max(most, { error });
const whole = (least: number, most: number, error: string) =>
  z.int({ error }).min(least, { error }).max(most, { error });

/** PostgreSQL keeps neither NUL nor half a character. */
function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}

function hasPairedBraces(text: string): boolean {
  return !/[{}]/.test(text.replaceAll(/\{[^{}]*[^{}\s][^{}]*\}/g, ""));
}

/** One text of a label; `{label}`, `{serial}`, `{city}` and the like become what the code says. */
export const LabelCaption = z.strictObject({
  text: z
    .string()
    .trim()
    .max(CAPTION_MAX_LENGTH, "labelCaptionLong")
    .refine(isStorable, "labelCaptionCharacters")
    .refine(hasPairedBraces, "labelCaptionBraces"),
  /** In points. */
  size: between(4, 72, "labelTextSize"),
  isBold: z.boolean(),
  align: z.enum(["left", "center", "right"]),
  linesMax: whole(1, 8, "labelTextLines"),
});
export type LabelCaption = z.infer<typeof LabelCaption>;

/** Paper with labels in rows and columns. */
const Sheet = z.strictObject({
  kind: z.literal("sheet"),
  paperWidth: between(20, 1_200, "labelPaperSize"),
  paperHeight: between(20, 1_200, "labelPaperSize"),
  columns: whole(1, 50, "labelCount"),
  rows: whole(1, 50, "labelCount"),
  marginLeft: between(0, 1_000, "labelMargin"),
  marginTop: between(0, 1_000, "labelMargin"),
  gapAcross: between(0, 1_000, "labelMargin"),
  gapDown: between(0, 1_000, "labelMargin"),
});

/** How label sheets are laid out. Every length is in millimetres. */
export const LabelOptions = z
  .strictObject({
    /** A roll has one label after the other, each a page of its own. */
    sheet: z.discriminatedUnion("kind", [Sheet, z.strictObject({ kind: z.literal("roll") })]),
    labelWidth: between(8, 1_200, "labelSize"),
    labelHeight: between(8, 1_200, "labelSize"),
    /** The first label used on the first sheet, counted from 1, row by row. */
    startAt: whole(1, 2_500, "labelStartOutside"),
    copies: whole(1, COPIES_MAX, "labelCopies"),
    marks: z.enum(["none", "corners", "outline"]),
    /** Free on every side of a label. */
    padding: between(0, 100, "labelPadding"),
    codeSize: z.number({ error: "labelCodeSmall" }).min(CODE_SIZE_MIN, "labelCodeSmall"),
    layout: z.enum(["beside", "below"]),
    captions: z.array(LabelCaption).max(CAPTIONS_MAX, "labelCaptionsMany"),
    /** Printed under the whole label; null: the paper as it is. */
    ground: z
      .string()
      .regex(/^#[0-9a-fA-F]{6}$/, "labelGround")
      .nullable(),
  })
  .superRefine((options, ctx) => {
    for (const { field, reason, mm } of findMisfits(options)) {
      ctx.addIssue({ code: "custom", path: field.split("."), message: reason, params: { mm } });
    }
  });
export type LabelOptions = z.infer<typeof LabelOptions>;

/** 24 to an A4 sheet, as every stationer has them. */
export const DEFAULT_LABELS: LabelOptions = {
  sheet: {
    kind: "sheet",
    paperWidth: 210,
    paperHeight: 297,
    columns: 3,
    rows: 8,
    marginLeft: 0,
    marginTop: 0.5,
    gapAcross: 0,
    gapDown: 0,
  },
  labelWidth: 70,
  labelHeight: 37,
  startAt: 1,
  copies: 1,
  marks: "none",
  padding: 4,
  codeSize: 27,
  layout: "beside",
  captions: [
    { text: "{label}", size: 10, isBold: true, align: "left", linesMax: 3 },
    { text: "{serial}", size: 7, isBold: false, align: "left", linesMax: 1 },
  ],
  ground: null,
};
