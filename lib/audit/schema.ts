import { z } from "zod";
import { ACTION_KINDS } from "@/lib/audit/action-kinds";
import type { ActionKind } from "@/lib/audit/action-kinds";
import { AUDIT_ACTIONS } from "@/lib/audit/actions";
import type { AuditAction } from "@/lib/audit/actions";

const ACTIONS = Object.keys(AUDIT_ACTIONS) as [AuditAction, ...AuditAction[]];
const KINDS = ACTION_KINDS as [ActionKind, ...ActionKind[]];
export const AUDIT_SEARCH_MAX_LENGTH = 64;

/** A day in Beijing, as in 2026-11-21. */
const BeijingDay = z.iso.date().refine((day) => day >= "1970-01-02" && day < "3000-01-01");

/** What the log can be narrowed by; all that is said has to be so. */
export const AuditFilters = z.object({
  kind: z.enum(KINDS).optional(),
  action: z.enum(ACTIONS).optional(),
  actorId: z.uuid().optional(),
  targetKind: z.string().max(32).refine(isStorable).optional(),
  targetId: z.string().max(64).refine(isStorable).optional(),
  miniProgramId: z.uuid().optional(),
  campaignId: z.uuid().optional(),
  /** First and last day, both included. */
  from: BeijingDay.optional(),
  to: BeijingDay.optional(),
  /** Only this hour of the first day. */
  hour: z.int().min(0).max(23).optional(),
  search: z.string().trim().max(AUDIT_SEARCH_MAX_LENGTH).refine(isStorable).optional(),
});
export type AuditFilters = z.input<typeof AuditFilters>;

export const ListEntriesInput = AuditFilters.extend({
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export type ListEntriesInput = z.input<typeof ListEntriesInput>;

export const EntryNumber = z.object({ seq: z.string().regex(/^\d{1,18}$/) });
export type EntryNumber = z.input<typeof EntryNumber>;

/** A log entry as the screens show it. */
export interface AuditEntryRow {
  seq: string;
  at: Date;
  actorKind: string;
  actorId: string | null;
  actorName: string;
  action: string;
  targetKind: string;
  targetId: string | null;
  targetLabel: string;
  changes: Record<string, { from: unknown; to: unknown }>;
  details: Record<string, unknown>;
  address: string | null;
  requestId: string;
  miniProgramId: string | null;
  campaignId: string | null;
  hash: string;
  /** Of the entry before it. */
  prevHash: string;
}

/** A page of the log; `lookedBackTo` when it ends only because enough was looked through for one time. */
export interface AuditPage {
  rows: AuditEntryRow[];
  next: string | null;
  lookedBackTo: Date | null;
}

export const HISTOGRAM_UNITS = ["hour", "day", "month"] as const;
export type HistogramUnit = (typeof HISTOGRAM_UNITS)[number];

/** Entries of an hour, a day or a month in Beijing. */
export interface HistogramBar {
  start: Date;
  /** First and last day of it. */
  from: string;
  to: string;
  count: number;
}

export interface AuditHistogram {
  unit: HistogramUnit;
  /** The oldest first. */
  bars: HistogramBar[];
  total: number;
  /** There are more than counted. */
  isCapped: boolean;
}

/** PostgreSQL keeps neither NUL nor half a character. */
function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}
