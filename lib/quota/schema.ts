import { z } from "zod";

export const QuotaEntryKind = z.enum([
  "reserve",
  "spend",
  "release",
  "external",
  "adjust",
  "limit",
]);
export type QuotaEntryKind = z.infer<typeof QuotaEntryKind>;

/** Far above WeChat's 100,000, far below what a column holds. */
export const MOST_CODES = 1_000_000;
export const REASON_MAX_LENGTH = 200;
export const PAGE_ROWS = 50;

/** How many codes one move of the ledger is about. */
export const MoveCount = z
  .int({ error: "quotaCount" })
  .min(1, { error: "quotaCount" })
  .max(MOST_CODES, { error: "quotaCount" });

/** A whole number from `least` to a million, with the sentence for anything else. */
const wholeNumber = (error: string, least = 0) =>
  z.int({ error }).min(least, { error }).max(MOST_CODES, { error });

const Reason = z
  .string()
  .trim()
  .min(1, { error: "quotaReasonMissing" })
  .max(REASON_MAX_LENGTH, { error: "reasonLong" })
  .refine((text) => !text.includes("\0"), { error: "inputInvalid" });

/** A change by so many codes, up or down, but not by none. */
const Signed = z
  .int({ error: "quotaAmount" })
  .min(-MOST_CODES, { error: "quotaAmount" })
  .max(MOST_CODES, { error: "quotaAmount" })
  .refine((amount) => amount !== 0, { error: "quotaAmount" });

/** A day in Beijing, as in 2026-11-21. */
const BeijingDay = z.iso.date().refine((day) => day >= "1970-01-02" && day < "3000-01-01");

export const QuotaOf = z.object({ miniProgramId: z.uuid() });
export type QuotaOf = z.input<typeof QuotaOf>;

export const ChangeLimitInput = QuotaOf.extend({
  limit: wholeNumber("quotaLimitRange"),
  reason: Reason,
});
export type ChangeLimitInput = z.input<typeof ChangeLimitInput>;

export const BookDriftInput = QuotaOf.extend({
  /** The drift that was on the screen: another one is not booked. */
  expectedDrift: Signed,
  reason: Reason,
});
export type BookDriftInput = z.input<typeof BookDriftInput>;

export const AdjustSpentInput = QuotaOf.extend({ amount: Signed, reason: Reason });
export type AdjustSpentInput = z.input<typeof AdjustSpentInput>;

/** WeChat refuses B above 5,000 a minute. */
export const CALLS_PER_MINUTE_MAX = 5_000;
export const CALLS_PER_MINUTE_MIN = 60;

export const ChangeQuotaSettingsInput = QuotaOf.extend({
  dailyLimit: wholeNumber("dailyLimitRange"),
  lookCounts: z.boolean(),
  /** More limited codes at once wait for a second person; null: never. */
  approvalThreshold: wholeNumber("approvalThresholdRange").nullable(),
  /** The pace of calls for pictures; batches and single codes share it. */
  callsPerMinute: z
    .int({ error: "callsPerMinuteRange" })
    .min(CALLS_PER_MINUTE_MIN, { error: "callsPerMinuteRange" })
    .max(CALLS_PER_MINUTE_MAX, { error: "callsPerMinuteRange" }),
});
export type ChangeQuotaSettingsInput = z.input<typeof ChangeQuotaSettingsInput>;

export const BudgetHolder = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("campaign"), id: z.uuid({ error: "budgetHolderMissing" }) }),
  z.object({ kind: z.literal("person"), id: z.uuid({ error: "budgetHolderMissing" }) }),
]);
export type BudgetHolder = z.infer<typeof BudgetHolder>;

export const SetBudgetInput = QuotaOf.extend({
  holder: BudgetHolder,
  share: wholeNumber("budgetShareRange"),
});
export type SetBudgetInput = z.input<typeof SetBudgetInput>;

export const RemoveBudgetInput = z.object({ budgetId: z.uuid() });
export type RemoveBudgetInput = z.input<typeof RemoveBudgetInput>;

/** What the ledger can be narrowed by. */
export const QuotaEntryFilters = QuotaOf.extend({
  kinds: z.array(QuotaEntryKind).max(QuotaEntryKind.options.length).optional(),
  actorId: z.uuid().optional(),
  campaignId: z.uuid().optional(),
  /** First and last day in Beijing, both included. */
  from: BeijingDay.optional(),
  to: BeijingDay.optional(),
});
export type QuotaEntryFilters = z.input<typeof QuotaEntryFilters>;

export const ListQuotaEntriesInput = QuotaEntryFilters.extend({
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(500).default(PAGE_ROWS),
});
export type ListQuotaEntriesInput = z.input<typeof ListQuotaEntriesInput>;

export const ListQuotaDaysInput = QuotaOf.extend({ days: z.int().min(7).max(90).default(28) });
export type ListQuotaDaysInput = z.input<typeof ListQuotaDaysInput>;

/** A line of the ledger; the totals are those after it. */
export interface QuotaEntryRow {
  seq: string;
  at: Date;
  kind: QuotaEntryKind;
  /** Signed for external, adjust and limit, else positive. */
  amount: number;
  spentAfter: number;
  reservedAfter: number;
  limitAfter: number;
  leftAfter: number;
  reason: string;
  actorId: string | null;
  actorName: string;
  codeId: string | null;
  codeLabel: string | null;
  batchId: string | null;
  campaignId: string | null;
  campaignName: string | null;
  chargedToId: string | null;
  chargedToName: string | null;
}

/** Codes that are held but neither spent nor given back. */
export interface ReservationRow {
  seq: string;
  codeId: string | null;
  codeLabel: string | null;
  /** Of the code; null for a batch. */
  codeStatus: "queued" | "sent" | "minted" | "refused" | "unknown" | null;
  /** A second person has to approve the code first. */
  isAwaitingApproval: boolean;
  batchId: string | null;
  campaignName: string | null;
  chargedToName: string | null;
  open: number;
  since: Date;
}

export interface BudgetRow {
  id: string;
  holder: BudgetHolder & { name: string };
  share: number;
  used: number;
  left: number;
}

/** Calls and limited codes spent on one day in Beijing. */
export interface QuotaDayRow {
  day: string;
  aCalls: number;
  bCalls: number;
  cCalls: number;
  limitedSpent: number;
}

/** When the lifetime quota will be used up at the present pace. */
export interface Forecast {
  /** Mean of limited codes spent a day, over `windowDays` whole days. */
  perDay: number;
  windowDays: number;
  /** A day in Beijing; null with the reason why there is none. */
  fullOn: string | null;
  why: "noSpending" | "alreadyFull" | "overACentury" | null;
}

/** The highest level a mini program has reached. */
export interface QuotaNoticeRow {
  miniProgramId: string;
  miniProgramName: string;
  level: 80 | 90 | 95 | 100;
  reachedAt: Date;
  used: number;
  limit: number;
}

export interface QuotaOverview {
  miniProgramId: string;
  miniProgramName: string;
  lifetime: {
    limit: number;
    spent: number;
    reserved: number;
    left: number;
    /** The part of `spent` that was minted past us and booked. */
    external: number;
    level: 80 | 90 | 95 | 100 | null;
  };
  today: QuotaDayRow & {
    /** Calls of A a day, and how many are left of them. */
    dailyLimit: number;
    aCallsLeft: number;
  };
  /** `numUsed` null: WeChat never said. `amount` 0: no drift, and `since` is null. */
  witness: { numUsed: number | null; numUsedAt: Date | null };
  drift: { amount: number; since: Date | null };
  settings: {
    dailyLimit: number;
    lookCounts: boolean;
    approvalThreshold: number | null;
    callsPerMinute: number;
  };
  forecast: Forecast;
}
