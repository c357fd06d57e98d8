import { z } from "zod";
import type { CodeStatus } from "@/lib/codes/schema";
import { TableFormat } from "@/lib/core/table-format";
import { CELL_MAX_LENGTH, SHEET_COLUMNS_MAX } from "@/lib/sheets/schema";

export const RowField = z.enum(["row", "label", "page", "scene", "payload", "path"]);
export type RowField = z.infer<typeof RowField>;

/** One reason why a row cannot be minted; `reason` is a key of errors.json, `values` fill its sentence. */
export interface RowProblem {
  field: RowField;
  reason: string;
  values?: Record<string, string | number>;
  /** Name in the payload, where only one value of it is at fault. */
  key?: string;
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

/** What planning a sheet would do. */
export interface BatchCheck {
  draftId: string;
  /** Of the sheet as it was checked. */
  sheetRevision: number;
  rowCount: number;
  newCount: number;
  repeatCount: number;
  badCount: number;
  /** The first three and the last of the new ones. */
  samples: SampleRow[];
  price: BatchPrice;
}

export const DraftOf = z.object({ draftId: z.uuid() });
export type DraftOf = z.input<typeof DraftOf>;

export const DraftRowFilter = z.enum(["all", "bad", "repeats"]);
export type DraftRowFilter = z.infer<typeof DraftRowFilter>;

export const ListDraftRowsInput = DraftOf.extend({
  show: DraftRowFilter.default("all"),
  /** Rows after this one. */
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListDraftRowsInput = z.input<typeof ListDraftRowsInput>;

/** A row that is there already and costs nothing: in the row above, or as a living code. */
export type RepeatOf = { row: number } | { codeId: string; label: string; status: CodeStatus };

/** A row of the sheet and what would become of it. Rows are numbered from 1, the header not counted. */
export interface DraftRow {
  row: number;
  /** As they came, in the order of the sheet's columns; missing ones at the end are empty. */
  cells: string[];
  verdict: "new" | "repeat" | "bad";
  /** Bad only. */
  problems: RowProblem[];
  /** Repeats only. */
  repeatOf: RepeatOf | null;
}

export interface DraftRowPage {
  rows: DraftRow[];
  /** Hand it in as `after` for the next page; null after the last. */
  next: number | null;
}

/** One cell put right in the sheet and in what was checked of it. */
export const MendCellInput = DraftOf.extend({
  row: z.int().min(1),
  /** Place of the column, from 0. */
  column: z
    .int()
    .min(0)
    .max(SHEET_COLUMNS_MAX - 1),
  text: z.string().trim().max(CELL_MAX_LENGTH, { error: "cellLong" }),
});
export type MendCellInput = z.input<typeof MendCellInput>;

export const ExportDraftRowsInput = DraftOf.extend({ format: TableFormat });
export type ExportDraftRowsInput = z.input<typeof ExportDraftRowsInput>;
