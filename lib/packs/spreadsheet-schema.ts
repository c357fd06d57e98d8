import { z } from "zod";

/** What a spreadsheet can say of a code, in the order it is offered. */
export const SPREADSHEET_COLUMNS = [
  "label",
  "serial",
  "miniProgram",
  "appId",
  "campaign",
  "batch",
  "row",
  "kind",
  "scene",
  "page",
  "payload",
  "target",
  "width",
  "tags",
  "creator",
  "createdAt",
  "mintedAt",
  "sha256",
  "address",
] as const;
export type SpreadsheetColumn = (typeof SPREADSHEET_COLUMNS)[number];

const COLUMNS_MAX = 60;
export const THUMBNAIL_MIN = 32;
export const THUMBNAIL_MAX = 200;

/** PostgreSQL keeps neither NUL nor half a character. */
function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}

/** A column of the list, or one value of the payload: `payload.city`. */
const Column = z.union([
  z.enum(SPREADSHEET_COLUMNS),
  z.templateLiteral(["payload.", z.string().min(1).max(100)]),
]);
export type ChosenColumn = z.infer<typeof Column>;

/** What a spreadsheet of codes has in it. */
export const SpreadsheetOptions = z.strictObject({
  /** In their order from the left. */
  columns: z
    .array(Column)
    .min(1, "spreadsheetColumnsNone")
    .max(COLUMNS_MAX, "spreadsheetColumnsMany")
    .refine((columns) => columns.every(isStorable), "inputInvalid")
    .refine((columns) => new Set(columns).size === columns.length, "spreadsheetColumnTwice"),
  /** A small picture of the code in every row. */
  hasThumbnails: z.boolean(),
  /** Edge of a thumbnail as it is shown, in pixels. */
  thumbnailSize: z
    .int({ error: "spreadsheetThumbnail" })
    .min(THUMBNAIL_MIN, "spreadsheetThumbnail")
    .max(THUMBNAIL_MAX, "spreadsheetThumbnail"),
});
export type SpreadsheetOptions = z.infer<typeof SpreadsheetOptions>;

export const DEFAULT_SPREADSHEET: SpreadsheetOptions = {
  columns: ["label", "serial", "campaign", "kind", "scene", "page", "payload", "target", "tags"],
  hasThumbnails: true,
  thumbnailSize: 80,
};

/** The key in the payload of a column that shows one value of it, null for the others. */
export function payloadKeyOf(column: ChosenColumn): string | null {
  return column.startsWith("payload.") ? column.slice("payload.".length) : null;
}
