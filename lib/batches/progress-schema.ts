import { z } from "zod";
import type { RowProblem } from "@/lib/batches/draft-schema";
import type { BatchStatus } from "@/lib/batches/schema";
import type { CodeKind, CodeStatus } from "@/lib/codes/schema";
import type { CallFailure } from "@/lib/wechat-state/schema";

/** Why a batch waits. `person`: paused by hand. `pilot`: the first three are made, look at them. `archived`: its mini program was put away. `not_allowed`: in whose name it ran may mint no longer. */
export const PauseWhy = z.enum(["person", "pilot", "wechat", "storage", "archived", "not_allowed"]);
export type PauseWhy = z.infer<typeof PauseWhy>;

export interface BatchPause {
  why: PauseWhy;
  at: Date;
  /** `person`: who. */
  by: string | null;
  /** `wechat`: what WeChat (or the way to it) said, in words. `storage`: null. */
  failure: CallFailure | null;
  /** `storage`: a key of errors.json, such as storageFull. */
  reason: string | null;
  /** It goes on without anybody's doing: once the fault is over, or the day. */
  endsByItself: "fault" | "day" | null;
}

/** Rows by what became of them; they add up to `rowCount`. */
export interface BatchCounts {
  /** Waiting to be sent, held ones not counted. */
  queued: number;
  /** Waiting because WeChat asked for a pause of a minute. */
  held: number;
  sent: number;
  minted: number;
  refused: number;
  unknown: number;
  /** Left out when planned: minted before, or twice in the rows. */
  repeats: number;
  /** Left out when planned: bad. */
  bad: number;
}

/** Failures with one cause. */
export interface FailureGroup {
  status: "refused" | "unknown";
  count: number;
  failure: CallFailure;
  /** Whether `retryFailedCodes` takes them up: a code of bad parameters fails again. */
  mayRetry: boolean;
  /** The first of them. */
  example: { codeId: string; row: number; label: string };
}

export interface BatchRow {
  id: string;
  name: string;
  kind: CodeKind;
  status: BatchStatus;
  miniProgram: { id: string; name: string; isSandbox: boolean };
  campaign: { id: string; name: string } | null;
  /** Rows of the input, skipped ones included. */
  rowCount: number;
  limitedCount: number;
  counts: BatchCounts;
  pauseWhy: PauseWhy | null;
  createdBy: string;
  createdAt: Date;
  finishedAt: Date | null;
}

export interface BatchDetail extends BatchRow {
  startedAt: Date | null;
  pause: BatchPause | null;
  /** Minted in the last 60 seconds. */
  perMinute: number;
  /** The mini program's pace. */
  mostPerMinute: number;
  /** At the present speed, or the steady pace before there is one; null when it does not run. */
  estimatedEnd: Date | null;
  failures: FailureGroup[];
  /** Failed rows `retryFailedCodes` would take up. */
  retryableCount: number;
  /** Pictures of the first three minted rows, for a look at the pilot. */
  firstMinted: { codeId: string; row: number; label: string; sha256: string }[];
  /** What may be pressed now. */
  may: { pause: boolean; resume: boolean; cancel: boolean; retryFailed: boolean };
}

/** A row of the input and what became of it. */
export interface BatchRowState {
  row: number;
  label: string;
  /** `skipped` rows have no code of this batch. */
  state: CodeStatus | "skipped";
  /** Of the batch, or for a repeat the code that was there before. */
  codeId: string | null;
  /** Of the code of this batch. */
  serial: string | null;
  target: string | null;
  scene: string | null;
  /** The scene was generated and stands for data. */
  hasPayload: boolean;
  pictureSha256: string | null;
  mintedAt: Date | null;
  heldUntil: Date | null;
  failure: CallFailure | null;
  /** Skipped: why. */
  skip: { why: "bad"; problems: RowProblem[] } | { why: "repeat"; ofRow: number | null } | null;
}

/** `codeCount`: rows taken up again. */
export interface RetryFailedResult {
  codeCount: number;
}
