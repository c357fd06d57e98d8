import { z } from "zod";
import { BatchFailure, failureView } from "@/lib/api/batches/failure-view";
import { Id, Moment } from "@/lib/api/schema";
import { PauseWhy } from "@/lib/batches/progress-schema";
import type { BatchDetail, BatchRow } from "@/lib/batches/progress-schema";
import { BatchStatus } from "@/lib/batches/schema";
import { CodeKind } from "@/lib/codes/schema";
import type { Locale } from "@/lib/i18n/locales";

const count = z.int().min(0);

const Counts = z
  .object({
    queued: count,
    held: count.describe("Waiting because WeChat asked for a minute's pause."),
    sent: count,
    minted: count,
    refused: count,
    unknown: count,
    repeats: count.describe("Left out: minted before, or twice in the rows."),
    bad: count.describe("Left out: bad."),
  })
  .meta({ id: "BatchCounts", description: "Rows by what became of them; they add up." });

/** A batch as lists tell it. */
export const BatchSummary = z
  .object({
    id: Id,
    status: BatchStatus,
    name: z.string(),
    kind: CodeKind,
    miniProgramId: Id,
    campaignId: Id.nullable(),
    rowCount: count,
    limitedCount: count.describe("Codes out of the 100,000 it was planned with."),
    counts: Counts,
    pauseWhy: PauseWhy.nullable().describe("Why it waits; null unless it is paused."),
    createdBy: z.string(),
    createdAt: Moment,
    finishedAt: Moment.nullable(),
  })
  .meta({ id: "BatchSummary" });

const Pause = z
  .object({
    why: PauseWhy,
    at: Moment,
    by: z.string().nullable().describe("Who, where a person paused it."),
    reason: z.string().nullable().describe("`storage`: a word for programs."),
    failure: BatchFailure.nullable().describe("`wechat`: what was said."),
    endsByItself: z.enum(["fault", "day"]).nullable().describe("Null: a person has to resume it."),
  })
  .meta({ id: "BatchPause" });

const FailureGroup = z
  .object({
    status: z.enum(["refused", "unknown"]),
    count,
    mayRetry: z.boolean().describe("Whether `retry` takes them up."),
    failure: BatchFailure,
    example: z.object({ codeId: Id, row: z.int(), label: z.string() }),
  })
  .meta({ id: "BatchFailureGroup" });

/** A batch as programs see it. */
export const Batch = BatchSummary.extend({
  startedAt: Moment.nullable(),
  pause: Pause.nullable(),
  perMinute: count.describe("Minted in the last minute."),
  mostPerMinute: count.describe("The mini program's pace."),
  estimatedEnd: Moment.nullable().describe("Null unless it runs."),
  failures: z.array(FailureGroup).describe("Failed rows by cause, the 20 most frequent."),
  retryableCount: count,
  may: z.object({
    pause: z.boolean(),
    resume: z.boolean(),
    cancel: z.boolean(),
    retry: z.boolean(),
  }),
}).meta({ id: "Batch" });

export function batchSummary(batch: BatchRow): z.input<typeof BatchSummary> {
  const { id, status, name, kind, rowCount, limitedCount, counts, pauseWhy, createdBy } = batch;
  const { queued, held, sent, minted, refused, unknown, repeats, bad } = counts;
  return {
    id,
    status,
    name,
    kind,
    miniProgramId: batch.miniProgram.id,
    campaignId: batch.campaign?.id ?? null,
    rowCount,
    limitedCount,
    counts: { queued, held, sent, minted, refused, unknown, repeats, bad },
    pauseWhy,
    createdBy,
    createdAt: batch.createdAt.toISOString(),
    finishedAt: batch.finishedAt?.toISOString() ?? null,
  };
}

export function batchView(batch: BatchDetail, locale: Locale): z.input<typeof Batch> {
  const { perMinute, mostPerMinute, retryableCount, may } = batch;
  return {
    ...batchSummary(batch),
    startedAt: batch.startedAt?.toISOString() ?? null,
    pause: pauseView(batch.pause, locale),
    perMinute,
    mostPerMinute,
    estimatedEnd: batch.estimatedEnd?.toISOString() ?? null,
    failures: batch.failures.map(({ status, count: rows, mayRetry, failure, example }) => ({
      status,
      count: rows,
      mayRetry,
      failure: failureView(failure, locale),
      example: { codeId: example.codeId, row: example.row, label: example.label },
    })),
    retryableCount,
    may: { pause: may.pause, resume: may.resume, cancel: may.cancel, retry: may.retryFailed },
  };
}

function pauseView(pause: BatchDetail["pause"], locale: Locale): z.input<typeof Pause> | null {
  if (!pause) return null;
  const { why, by, reason, failure, endsByItself } = pause;
  return {
    why,
    at: pause.at.toISOString(),
    by,
    reason,
    failure: failure && failureView(failure, locale),
    endsByItself,
  };
}
