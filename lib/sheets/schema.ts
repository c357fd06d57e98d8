import { z } from "zod";

export const SHEET_ROWS_MAX = 100_000;
export const SHEET_COLUMNS_MAX = 500;
export const SHEET_MAX_BYTES = 20 * 1024 * 1024;
export const COLUMN_NAME_MAX_LENGTH = 100;
export const CELL_MAX_LENGTH = 2_000;
export const FILE_NAME_MAX_LENGTH = 255;
export const SERIAL_PREFIX_MAX_LENGTH = 100;
export const SERIAL_PADDING_MAX = 20;
/** A sheet nobody made a batch of goes after so many days. */
export const SHEET_KEPT_DAYS = 7;

export const Delimiter = z.enum(["\t", ",", ";", "|"]);
export type Delimiter = z.infer<typeof Delimiter>;

export const Encoding = z.enum(["utf-8", "utf-16le", "utf-16be", "gb18030"]);
export type Encoding = z.infer<typeof Encoding>;

/** Where rows come from. */
export const SheetSource = z.enum(["paste", "lines", "serial", "file"]);
export type SheetSource = z.infer<typeof SheetSource>;

/** How a text or file shall be read; null where nobody has chosen and it is guessed. */
export const ReadChoice = z.object({
  encoding: Encoding.nullable().default(null),
  delimiter: Delimiter.nullable().default(null),
  hasHeader: z.boolean().nullable().default(null),
  /** Name of an XLSX file's worksheet. */
  worksheet: z.string().max(200).nullable().default(null),
});
export type ReadChoice = z.infer<typeof ReadChoice>;

/** Serial numbers: prefix, first number, step, digits to fill up with zeros, how many. */
export const Serial = z.object({
  prefix: z.string(),
  start: z.number(),
  step: z.number(),
  padding: z.number(),
  count: z.number(),
});
export type Serial = z.infer<typeof Serial>;

/** A program may send so many rows as JSON; more of them come as a file. */
export const RECORDS_MAX = 10_000;

/** An earlier one of the same form, which goes. */
const replaces = z.uuid().nullable().default(null);
const body = z.instanceof(ReadableStream<Uint8Array>).nullable();

export const AddSheetInput = z.discriminatedUnion("source", [
  z.object({ source: z.literal("paste"), body, choice: ReadChoice, replaces }),
  z.object({ source: z.literal("lines"), body, replaces }),
  z.object({ source: z.literal("serial"), serial: Serial, replaces }),
  z.object({
    source: z.literal("file"),
    body,
    fileName: z.string().max(FILE_NAME_MAX_LENGTH),
    choice: ReadChoice,
    replaces,
  }),
  z.object({
    source: z.literal("records"),
    records: z.array(
      z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    ),
    replaces,
  }),
]);
export type AddSheetInput = z.input<typeof AddSheetInput>;

export const SheetOf = z.object({ sheetId: z.uuid() });
export type SheetOf = z.input<typeof SheetOf>;

/** What a text or file was taken for, chosen or guessed. */
export interface SheetForm {
  format: "text" | "xlsx";
  /** Text only. */
  encoding: Encoding | null;
  delimiter: Delimiter | null;
  /** XLSX only: all of the file, in its order. */
  worksheets: { name: string; isHidden: boolean }[];
  worksheet: string | null;
  /** Rows (header not counted) a person does not see in the spreadsheet; they are read all the same. */
  hiddenRowCount: number;
  hasHeader: boolean;
}

/** Rows somebody brought, without all of them. */
export interface SheetView {
  id: string;
  /** Goes up with every mended cell. */
  revision: number;
  source: SheetSource;
  fileName: string | null;
  columns: string[];
  /** The header not counted. */
  rowCount: number;
  /** Null for lines and serial numbers, which leave nothing to guess. */
  form: SheetForm | null;
  /** The first five. */
  firstRows: string[][];
  /** The last, for serial numbers. */
  lastRow: string[];
  /** Up to three different values of each column. */
  samples: string[][];
}
