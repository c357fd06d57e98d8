import { authorize } from "@/lib/access/authorize";
import { toBatchRows, WITH_NAMES } from "@/lib/batches/batch-rows";
import type { NamedBatch } from "@/lib/batches/batch-rows";
import { endsByItself } from "@/lib/batches/ends-by-itself";
import { groupFailures } from "@/lib/batches/group-failures";
import { BatchOf, PILOT_ROWS } from "@/lib/batches/schema";
import type { BatchDetail, BatchPause, BatchRow, PauseWhy } from "@/lib/batches/progress-schema";
import { ENDPOINT_OF_KIND } from "@/lib/codes/call-wechat";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { databaseNow } from "@/lib/db/database-now";
import { reader } from "@/lib/db/transaction";
import { describeFailure } from "@/lib/wechat-state/describe-failure";

const MINUTE_MS = 60_000;

/** A batch with its progress; cheap enough to be asked every second or two. Throws NotFoundError. */
export async function getBatch(ctx: Context, input: BatchOf): Promise<BatchDetail> {
  authorize(ctx, "codes:read");
  const parsed = BatchOf.safeParse(input);
  const batch =
    parsed.success &&
    (await reader(ctx).batch.findUnique({
      where: { id: parsed.data.batchId },
      include: WITH_NAMES,
    }));
  if (!batch) throw new NotFoundError("batch");
  const [row] = await toBatchRows(ctx, [batch]);
  if (!row) throw new NotFoundError("batch");
  const perMinute = await countLastMinute(ctx, batch.id);
  const mostPerMinute = await readPace(ctx, batch.miniProgramId);
  const failures = await groupFailures(ctx, batch);
  const retryable = failures.filter((group) => group.mayRetry);
  const retryableCount = retryable.reduce((sum, { count }) => sum + count, 0);
  return {
    ...row,
    startedAt: batch.startedAt,
    pause: toPause(batch),
    perMinute,
    mostPerMinute,
    estimatedEnd: estimateEnd(ctx, row, perMinute || mostPerMinute),
    failures,
    retryableCount,
    firstMinted: await listFirstMinted(ctx, batch.id),
    may: mayBe(row, retryableCount),
  };
}

async function countLastMinute(ctx: Context, batchId: string): Promise<number> {
  const now = await databaseNow(reader(ctx));
  const since = new Date(now.getTime() - MINUTE_MS);
  return reader(ctx).code.count({ where: { batchId, mintedAt: { gt: since } } });
}

/** The pace all its mini program's calls keep together. */
async function readPace(ctx: Context, miniProgramId: string): Promise<number> {
  const counter = await reader(ctx).quotaCounter.findUniqueOrThrow({
    where: { miniProgramId },
    select: { callsPerMinute: true },
  });
  return counter.callsPerMinute;
}

/** At the speed of the last minute, or the steady pace while nothing is known of it. */
function estimateEnd(ctx: Context, { status, counts }: BatchRow, perMinute: number): Date | null {
  if (status !== "running") return null;
  const left = counts.queued + counts.held + counts.sent;
  return new Date(ctx.now().getTime() + Math.ceil((left / perMinute) * MINUTE_MS));
}

function toPause(batch: NamedBatch): BatchPause | null {
  const { pauseWhy, pausedAt, pauseErrcode, pauseFailure, pauseMessage, pauseRid } = batch;
  if (pauseWhy === null || pausedAt === null) return null;
  const failure = {
    errcode: pauseErrcode,
    why: pauseFailure ?? "",
    message: pauseMessage ?? "",
    rid: pauseRid,
    quotaUsed: "no",
  } as const;
  return {
    why: pauseWhy as PauseWhy,
    at: pausedAt,
    by: batch.pausedBy,
    failure: pauseWhy === "wechat" ? describeFailure(failure, ENDPOINT_OF_KIND[batch.kind]) : null,
    reason: pauseWhy === "storage" ? pauseFailure : null,
    endsByItself: endsByItself(batch),
  };
}

async function listFirstMinted(ctx: Context, batchId: string): Promise<BatchDetail["firstMinted"]> {
  const codes = await reader(ctx).code.findMany({
    where: { batchId, status: "minted" },
    orderBy: { batchRow: "asc" },
    take: PILOT_ROWS,
    select: { id: true, batchRow: true, label: true, pictureSha256: true },
  });
  return codes.map(({ id, batchRow, label, pictureSha256 }) => ({
    codeId: id,
    row: batchRow ?? 0,
    label,
    sha256: pictureSha256 ?? "",
  }));
}

function mayBe({ status, pauseWhy }: BatchRow, retryableCount: number): BatchDetail["may"] {
  const isOpen = status === "running" || status === "paused";
  return {
    pause: status === "running",
    resume: status === "paused" && pauseWhy !== "archived",
    cancel: isOpen || status === "awaiting_approval",
    retryFailed: retryableCount > 0 && (isOpen || status === "done"),
  };
}
