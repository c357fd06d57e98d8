import { z } from "zod";
import { CodeFilters } from "@/lib/codes/list-schema";
import { FrameDrawing, ImageType, PosterDrawing } from "@/lib/packs/drawing-schema";
import { LabelOptions } from "@/lib/packs/label-schema";
import { SpreadsheetOptions } from "@/lib/packs/spreadsheet-schema";

/** What leaves the house. */
export const PackForm = z.enum(["pictures", "framed", "posters", "labels", "spreadsheet"]);
export type PackForm = z.infer<typeof PackForm>;

export const PACK_STATUSES = ["preparing", "ready", "failed", "cancelled", "removed"] as const;
export type PackStatus = (typeof PACK_STATUSES)[number];

/** At most so many codes in one pack: a whole lifetime of limited codes. */
export const PACK_CODES_MAX = 100_000;
export const PACK_NAME_MAX_LENGTH = 100;
/** At most so many ticked by hand. */
const TICKED_MAX = 5_000;

/** Which codes are wanted. Of these only minted ones of the released version get in. */
export const PackSelection = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("codes"),
    codeIds: z.array(z.uuid()).min(1, "packNothingChosen").max(TICKED_MAX, "packTooManyTicked"),
  }),
  z.strictObject({ kind: z.literal("filter"), filters: CodeFilters.strict() }),
  z.strictObject({ kind: z.literal("batch"), batchId: z.uuid() }),
  z.strictObject({ kind: z.literal("campaign"), campaignId: z.uuid() }),
]);
export type PackSelection = z.input<typeof PackSelection>;

/** Why a chosen code is not in a pack. */
export const LEFT_OUT_REASONS = ["trial", "develop", "waiting", "failed", "unknown"] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];
export type LeftOut = Partial<Record<LeftOutReason, number>>;

export const DEFAULT_NAME_TEMPLATE = "{serial}-{label}";

/** Names inside a ZIP. */
const Naming = {
  /** As `{campaign}/{city}/{serial}-{label}`; `/` begins a folder. */
  nameTemplate: z
    .string()
    .trim()
    .min(1, "packNameTemplateEmpty")
    .max(200, "packNameTemplateLong")
    .refine(isOneLine, "packNameCharacters"),
  /** Names in plain letters, for programs that know no others. */
  isAscii: z.boolean(),
};

export const PackOptions = z.discriminatedUnion("form", [
  z.strictObject({ form: z.literal("pictures"), ...Naming }),
  z.strictObject({ form: z.literal("framed"), ...Naming, drawing: FrameDrawing }),
  z.strictObject({ form: z.literal("posters"), ...Naming, drawing: PosterDrawing }),
  z.strictObject({ form: z.literal("labels"), labels: LabelOptions }),
  z.strictObject({ form: z.literal("spreadsheet"), spreadsheet: SpreadsheetOptions }),
]);
export type PackOptions = z.infer<typeof PackOptions>;

/** What is asked before anything is made: how many codes, what is left out, three sample names. */
export const PreviewPackInput = z.strictObject({
  selection: PackSelection,
  /** PackOptions, or what there is of them so far. */
  options: z.looseObject({
    form: PackForm,
    nameTemplate: Naming.nameTemplate.default(DEFAULT_NAME_TEMPLATE),
    isAscii: z.boolean().default(false),
    drawing: z.looseObject({ imageType: ImageType.optional() }).nullish(),
  }),
});
export type PreviewPackInput = z.input<typeof PreviewPackInput>;

export const OrderPackInput = z.strictObject({
  selection: PackSelection,
  options: PackOptions,
  name: z
    .string()
    .trim()
    .min(1, "packNameEmpty")
    .max(PACK_NAME_MAX_LENGTH, "packNameLong")
    .refine(isOneLine, "packNameCharacters"),
  /** One per filled-in form. */
  requestKey: z.uuid(),
});
export type OrderPackInput = z.input<typeof OrderPackInput>;

export const PackOf = z.strictObject({ packId: z.uuid() });
export type PackOf = z.input<typeof PackOf>;

export const ListPacksInput = z.strictObject({
  cursor: z.string().max(500).optional(),
  limit: z.int().min(1).max(200).default(48),
});
export type ListPacksInput = z.input<typeof ListPacksInput>;

function isOneLine(text: string): boolean {
  return text.isWellFormed() && !/\p{Cc}/u.test(text);
}
