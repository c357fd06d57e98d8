import { z } from "zod";
import { JsonValue } from "@/lib/campaigns/fields-schema";
import { MintUnlimitedInput, MintWxacodeInput, MintWxaqrcodeInput } from "@/lib/codes/schema";
import { TableFormat } from "@/lib/core/table-format";
import { COLUMN_NAME_MAX_LENGTH } from "@/lib/sheets/schema";

export const BATCH_NAME_MAX_LENGTH = 80;
export const TEMPLATE_MAX_LENGTH = 1_024;
/** Names a payload made of columns can have. */
export const PAYLOAD_FIELDS_MAX = 50;
/** Rows a pilot mints before it waits for a person. */
export const PILOT_ROWS = 3;

export const BatchStatus = z.enum(["awaiting_approval", "running", "paused", "cancelled", "done"]);
export type BatchStatus = z.infer<typeof BatchStatus>;

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
  /** The rows. */
  sheetId: z.uuid({ error: "rowsMissing" }),
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
      fixed: z.record(z.string().min(1).max(COLUMN_NAME_MAX_LENGTH), JsonValue).default({}),
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

export const PlanBatchInput = z.object({
  /** What `checkRows` gave. */
  draftId: z.uuid(),
  /** Made once per filled-in form: a double click makes one batch. */
  requestKey: z.uuid(),
  /** True: bad rows are left out and kept in the list of skipped ones. False: one bad row refuses all. */
  leaveOutBad: z.boolean(),
  /** True: the first three are minted, then the batch waits (paused, `pilot`) for `resumeBatch`. */
  pilot: z.boolean().default(false),
  /** True: the batch gets the draft's id, so that one address leads to both. */
  keepId: z.boolean().default(false),
});
export type PlanBatchInput = z.input<typeof PlanBatchInput>;

export interface PlanBatchResult {
  batchId: string;
  status: BatchStatus;
  /** The same form had been sent before; this is the batch it made. */
  isSameRequest: boolean;
}

// ── a batch under way; its rows and progress are in progress-schema.ts ──────

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
  format: TableFormat.default("csv"),
});
export type ExportBatchRowsInput = z.input<typeof ExportBatchRowsInput>;

/** What of a refused row can be changed before it is tried again. */
export const EditRowInput = z.object({
  codeId: z.uuid(),
  label: b.label,
  /** Page of a B code, path of an A or C code. */
  target: z.string().trim(),
  /** B codes whose scene was written; null leaves a generated one and its data as they are. */
  scene: z.string().nullable(),
});
export type EditRowInput = z.input<typeof EditRowInput>;
