import { z } from "zod";
import {
  CodeStatus,
  MintUnlimitedInput,
  MintWxacodeInput,
  MintWxaqrcodeInput,
} from "@/lib/codes/schema";

export const BATCH_ROWS_MAX = 100_000;
export const BATCH_COLUMNS_MAX = 100;
export const COLUMN_NAME_MAX_LENGTH = 100;
export const CELL_MAX_LENGTH = 2_000;
export const BATCH_NAME_MAX_LENGTH = 80;
export const TEMPLATE_MAX_LENGTH = 1_024;
/** Names a payload made of columns can have. */
export const PAYLOAD_FIELDS_MAX = 50;
/** Rows a pilot mints before it waits for a person. */
export const PILOT_ROWS = 3;

export const BatchStatus = z.enum(["awaiting_approval", "running", "paused", "cancelled", "done"]);
export type BatchStatus = z.infer<typeof BatchStatus>;

// ── rows in ─────────────────────────────────────────────────────────────────

/** A table of text, as pasted or read: names of columns, and cells in their order. */
export interface RowTable {
  columns: string[];
  rows: string[][];
}

export const Delimiter = z.enum(["\t", ",", ";"]);
export type Delimiter = z.infer<typeof Delimiter>;

/** What a paste was taken for; both guesses can be changed and the text parsed again. */
export interface PastedTable extends RowTable {
  delimiter: Delimiter;
  hasHeader: boolean;
}

/** What stands against taking rows in; `reason` is a key of errors.json. */
export interface RowsInProblem {
  reason:
    | "rowsMissing"
    | "rowsMany"
    | "rowsColumnsMany"
    | "rowsCellLong"
    | "rowsQuoteOpen"
    | "serialPrefix"
    | "serialNumber";
  /** Values of the sentence: `line`, `most`. */
  values: Record<string, number>;
}

export type RowsIn<Table extends RowTable = RowTable> =
  { ok: true; table: Table } | { ok: false; problem: RowsInProblem };

/** Serial numbers: prefix, first number, step, digits to fill up with zeros, how many. */
export interface Serial {
  prefix: string;
  start: number;
  step: number;
  padding: number;
  count: number;
}

// ── what a batch is told ────────────────────────────────────────────────────

const Column = z.string().trim().min(1, { error: "columnMissing" }).max(COLUMN_NAME_MAX_LENGTH);

/** Text with `{column}` in it, filled row by row. */
const template = (missing: string) =>
  z.string().trim().min(1, { error: missing }).max(TEMPLATE_MAX_LENGTH, { error: "templateLong" });

const b = MintUnlimitedInput.shape;

const Common = z.object({
  name: z
    .string()
    .trim()
    .min(1, { error: "batchNameMissing" })
    .max(BATCH_NAME_MAX_LENGTH, { error: "batchNameLong" })
    .refine((name) => !name.includes("\0"), { error: "inputInvalid" }),
  miniProgramId: b.miniProgramId,
  campaignId: b.campaignId,
  tags: b.tags,
  width: b.width,
  /** Such as `{店名} 桌贴`. */
  labelTemplate: template("labelMissing"),
  columns: z.array(Column).min(1, { error: "rowsMissing" }).max(BATCH_COLUMNS_MAX, {
    error: "rowsColumnsMany",
  }),
  /** Cells in the order of `columns`; missing ones at the end are empty. */
  rows: z
    .array(z.array(z.string().max(CELL_MAX_LENGTH, { error: "rowsCellLong" })))
    .min(1, { error: "rowsMissing" })
    .max(BATCH_ROWS_MAX, { error: "rowsMany" }),
});

const Look = z.object({
  autoColor: b.autoColor,
  lineColor: b.lineColor,
  isHyaline: b.isHyaline,
  envVersion: b.envVersion,
});

/** A column of the table under a name in the payload. */
export const PayloadField = z.object({
  name: z.string().trim().min(1, { error: "payloadNameMissing" }).max(COLUMN_NAME_MAX_LENGTH),
  column: Column,
});
export type PayloadField = z.infer<typeof PayloadField>;

const Unlimited = Common.extend({
  kind: z.literal("WXACODE_UNLIMITED"),
  ...Look.shape,
  /** May be empty (home page) and may hold `{column}`. */
  pageTemplate: z.string().trim().max(TEMPLATE_MAX_LENGTH, { error: "templateLong" }),
  checkPath: b.checkPath,
  carries: z.discriminatedUnion("as", [
    z.object({ as: z.literal("scene"), column: Column }),
    z.object({
      as: z.literal("payload"),
      fields: z
        .array(PayloadField)
        .min(1, { error: "payloadFieldsMissing" })
        .max(PAYLOAD_FIELDS_MAX, { error: "payloadFieldsMany" }),
      /** The same for every row; a field of the same name wins. */
      fixed: z.record(z.string().min(1).max(COLUMN_NAME_MAX_LENGTH), z.json()).default({}),
    }),
  ]),
});

const Wxacode = Common.extend({
  kind: z.literal("WXACODE"),
  ...Look.shape,
  pathTemplate: template("pathMissing"),
  reason: MintWxacodeInput.shape.reason,
});

const Wxaqrcode = Common.extend({
  kind: z.literal("WXA_QRCODE"),
  pathTemplate: template("pathMissing"),
  reason: MintWxaqrcodeInput.shape.reason,
});

export const CheckRowsInput = z.discriminatedUnion("kind", [Unlimited, Wxacode, Wxaqrcode]);
export type CheckRowsInput = z.input<typeof CheckRowsInput>;
export type ParsedRowsInput = z.output<typeof CheckRowsInput>;

const Go = {
  /** Made once per filled-in form: a double click makes one batch. */
  requestKey: z.uuid(),
  /** True: bad rows are left out and kept in the list of skipped ones. False: one bad row refuses all. */
  leaveOutBad: z.boolean(),
  /** True: the first three are minted, then the batch waits (paused, `pilot`) for `resumeBatch`. */
  pilot: z.boolean().default(false),
};

export const PlanBatchInput = z.discriminatedUnion("kind", [
  Unlimited.extend(Go),
  Wxacode.extend(Go),
  Wxaqrcode.extend(Go),
]);
export type PlanBatchInput = z.input<typeof PlanBatchInput>;

// ── preflight ───────────────────────────────────────────────────────────────

export const RowField = z.enum(["row", "label", "page", "scene", "payload", "path"]);
export type RowField = z.infer<typeof RowField>;

/** One reason why a row cannot be minted; `reason` is a key of errors.json, `values` fill its sentence. */
export interface RowProblem {
  field: RowField;
  reason: string;
  values?: Record<string, string | number>;
}

/** Rows are numbered from 1, the header not counted. */
export interface BadRow {
  row: number;
  problems: RowProblem[];
}

/** A row that is there already and costs nothing: in the row above, or as a living code. */
export interface RepeatRow {
  row: number;
  of: { row: number } | { codeId: string; label: string; status: CodeStatus };
}

/** How a row will come out. */
export interface SampleRow {
  row: number;
  label: string;
  /** Page or path. */
  target: string;
  /** Null: generated when planned, or A or C. */
  scene: string | null;
  payload: Record<string, unknown> | null;
}

export interface BatchPrice {
  /** New codes out of the 100,000: 0 for B. */
  limitedCount: number;
  callCount: number;
  /** At the steady pace, rounded up; 0 when nothing is called. */
  minutes: number;
  /** A only: days under its daily limit, today's calls counted; null otherwise. */
  days: number | null;
  left: number;
  lifetimeLimit: number;
  isAffordable: boolean;
  /** More limited codes at once than one person may start. */
  needsApproval: boolean;
}

export interface BatchCheck {
  rowCount: number;
  newCount: number;
  repeatCount: number;
  badCount: number;
  /** Every bad row, in order; all others are new or repeats. */
  bad: BadRow[];
  repeats: RepeatRow[];
  /** The first three and the last of the new ones. */
  samples: SampleRow[];
  price: BatchPrice;
}

export interface PlanBatchResult {
  batchId: string;
  status: BatchStatus;
  /** The same form had been sent before; this is the batch it made. */
  isSameRequest: boolean;
}

// ── a batch under way; its rows and progress are in progress-schema.ts ───────────────────────────────────────────────────────

export const BatchOf = z.object({ batchId: z.uuid() });
export type BatchOf = z.input<typeof BatchOf>;

export const ListBatchesInput = z.object({
  miniProgramId: z.uuid().optional(),
  campaignId: z.uuid().optional(),
  status: BatchStatus.optional(),
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(100).default(20),
});
export type ListBatchesInput = z.input<typeof ListBatchesInput>;

export const BatchRowFilter = z.enum([
  "all",
  "waiting",
  "minted",
  "failed",
  "refused",
  "unknown",
  "skipped",
]);
export type BatchRowFilter = z.infer<typeof BatchRowFilter>;

export const ListBatchRowsInput = BatchOf.extend({
  show: BatchRowFilter.default("all"),
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(200).default(50),
});
export type ListBatchRowsInput = z.input<typeof ListBatchRowsInput>;

export const ExportBatchRowsInput = BatchOf.extend({
  part: z.enum(["done", "skipped", "failed"]),
});
export type ExportBatchRowsInput = z.input<typeof ExportBatchRowsInput>;
