import { z } from "zod";

/** A phone has so long to scan the code that is tested. */
export const TEST_OPEN_MS = 10 * 60_000;
export const SCAN_RETENTION_MIN_DAYS = 1;
export const SCAN_RETENTION_MAX_DAYS = 3_650;
/** The longest span figures are given for, a leap year. */
export const SCAN_SPAN_MAX_DAYS = 366;
export const NEVER_SCANNED_MAX_DAYS = 3_650;
export const NEVER_SCANNED_PAGE_ROWS = 50;

const DAY_MS = 86_400_000;

/** A day in Beijing, as in 2026-11-21. */
const BeijingDay = z.iso
  .date({ error: "dayMissing" })
  .refine((day) => day >= "1970-01-02" && day < "3000-01-01", { error: "dayMissing" });

export const SetScanRetentionInput = z.object({
  miniProgramId: z.uuid(),
  scanRetentionDays: z
    .int({ error: "scanRetentionRange" })
    .min(SCAN_RETENTION_MIN_DAYS, { error: "scanRetentionRange" })
    .max(SCAN_RETENTION_MAX_DAYS, { error: "scanRetentionRange" }),
});
export type SetScanRetentionInput = z.input<typeof SetScanRetentionInput>;

// ── trying a code with a phone ──────────────────────────────────────────────

export const TestedScene = z.object({ sceneId: z.uuid() });
export type TestedScene = z.input<typeof TestedScene>;

export const ScanTestId = z.object({ testId: z.uuid() });
export type ScanTestId = z.input<typeof ScanTestId>;

/** `over`: nobody came in time, it was cancelled, or somebody else took over. */
export type ScanTestStatus = "open" | "seen" | "over";

export interface ScanTestRow {
  id: string;
  status: ScanTestStatus;
  startedById: string | null;
  startedBy: string;
  startedAt: Date;
  expiresAt: Date;
  seenAt: Date | null;
  /** What WeChat said about how the mini program was opened: 1011, 1047 … */
  sceneValue: number | null;
  device: string | null;
  version: number | null;
}

/** A test as the person sees it who holds the phone. */
export interface ScanTestDetail extends ScanTestRow {
  sceneId: string;
  /** Calling it is as good as a scan. */
  callAddress: string;
}

// ── figures ─────────────────────────────────────────────────────────────────

/** First and last day, both included. */
const Days = z.object({ from: BeijingDay, to: BeijingDay });

/** Days of a mini program, narrowed to a campaign or to one scene. */
const Span = Days.extend({
  miniProgramId: z.uuid(),
  campaignId: z.union([z.uuid(), z.literal("none")]).optional(),
  sceneId: z.uuid().optional(),
});

/** Begins before it ends and is no longer than a year. */
function isSpan({ from, to }: { from: string; to: string }): boolean {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
  return days >= 0 && days < SCAN_SPAN_MAX_DAYS;
}

const NO_SPAN = { error: "scanSpan", path: ["from"] };

export const SpanOfDays = Days.refine(isSpan, NO_SPAN);

export const ScanSpan = Span.refine(isSpan, NO_SPAN);
export type ScanSpan = z.input<typeof ScanSpan>;

export const ListScanDaysInput = Span.extend({
  cursor: z.string().max(500).optional(),
  limit: z.int().min(1).max(1_000).default(500),
}).refine(isSpan, NO_SPAN);
export type ListScanDaysInput = z.input<typeof ListScanDaysInput>;

export const NeverScannedFilters = z.object({
  miniProgramId: z.uuid(),
  /** Minted longer ago than so many days. */
  days: z.int().min(1).max(NEVER_SCANNED_MAX_DAYS),
});
export type NeverScannedFilters = z.input<typeof NeverScannedFilters>;

export const ListNeverScannedInput = NeverScannedFilters.extend({
  cursor: z.string().max(500).optional(),
  limit: z.int().min(1).max(500).default(NEVER_SCANNED_PAGE_ROWS),
});
export type ListNeverScannedInput = z.input<typeof ListNeverScannedInput>;

export interface ScanCounts {
  /** Neither tests nor repeats. */
  scans: number;
  /** By the same visitor within a minute. */
  repeats: number;
  /** By staff. */
  tests: number;
}

export interface ScanDayRow extends ScanCounts {
  day: string;
}

/** A share of the scans, and what it was in the days before. */
export interface ScanShare {
  scans: number;
  before: number;
}

export interface CampaignScans extends ScanShare {
  /** Null: codes without a campaign. */
  campaignId: string | null;
  campaignName: string | null;
  sceneCount: number;
}

export interface ChannelScans extends ScanShare {
  campaignId: string;
  campaignName: string;
  /** The campaign's field whose values are counted apart. */
  field: string;
  /** Null: the data in force does not have it. */
  channel: string | null;
}

export interface SceneScans extends ScanShare {
  sceneId: string;
  scene: string;
  /** Of the newest code that carries it; null when there is none. */
  codeId: string | null;
  label: string | null;
  serial: string | null;
  campaignName: string | null;
}

export interface ScanBreakdown {
  campaigns: CampaignScans[];
  channels: ChannelScans[];
  scenes: SceneScans[];
}

export interface ScanFigures {
  from: string;
  to: string;
  /** Every day of the span, the oldest first. */
  days: ScanDayRow[];
  /** As many days right before it. */
  daysBefore: ScanDayRow[];
  total: ScanCounts;
  totalBefore: ScanCounts;
  firstAt: Date | null;
  lastAt: Date | null;
  /** Null: too many scenes were scanned in so many days to tell them apart at once. */
  breakdown: ScanBreakdown | null;
}

/** What the pages of one scene say about its scans. */
export interface SceneScanSummary {
  /** The last 30 days, the oldest first, today last. */
  days: ScanDayRow[];
  /** Since ever. */
  total: ScanCounts;
  firstAt: Date | null;
  lastAt: Date | null;
}

/** Scans of a scene on a day, for the file. */
export interface ScanDayLine extends ScanCounts {
  day: string;
  sceneId: string;
  scene: string;
  codeId: string | null;
  label: string | null;
  serial: string | null;
  campaignName: string | null;
  firstAt: Date | null;
  lastAt: Date | null;
}

/** A code of kind B that nobody scanned. */
export interface NeverScannedRow {
  codeId: string;
  label: string;
  serial: string;
  scene: string;
  page: string;
  campaignName: string | null;
  mintedAt: Date;
}
