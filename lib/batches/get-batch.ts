import { authorize } from "@/lib/access/authorize";
import { toBatchRows, WITH_NAMES } from "@/lib/batches/batch-rows";
import type { NamedBatch } from "@/lib/batches/batch-rows";
import { groupFailures } from "@/lib/batches/group-failures";
import { BatchOf, PILOT_ROWS } from "@/lib/batches/schema";
import { CALLS_PER_MINUTE } from "@/lib/codes/schema";
import type { BatchDetail, BatchPause, BatchRow, PauseWhy } from "@/lib/batches/progress-schema";
import { ENDPOINT_OF_KIND } from "@/lib/codes/call-wechat";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
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
  const failures = await groupFailures(ctx, batch);
  const retryable = failures.filter((group) => group.mayRetry);
  const retryableCount = retryable.reduce((sum, { count }) => sum + count, 0);
  return {
    ...row,
    startedAt: batch.startedAt,
    pause: toPause(batch),
    perMinute,
    estimatedEnd: estimateEnd(ctx, row, perMinute),
    failures,
    retryableCount,
    firstMinted: await listFirstMinted(ctx, batch.id),
    may: mayBe(row, retryableCount),
  };
}

async function countLastMinute(ctx: Context, batchId: string): Promise<number> {
  const since = new Date(ctx.now().getTime() - MINUTE_MS);
  return reader(ctx).code.count({ where: { batchId, mintedAt: { gt: since } } });
}

/** Within its first minute the speed is not known yet, so the steady pace stands for it. */
function estimateEnd(ctx: Context, { status, counts }: BatchRow, perMinute: number): Date | null {
  if (status !== "running") return null;
  const left = counts.queued + counts.held + counts.sent;
  const speed = perMinute > 0 ? perMinute : CALLS_PER_MINUTE;
  return new Date(ctx.now().getTime() + Math.ceil((left / speed) * MINUTE_MS));
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

function mayBe({ status }: BatchRow, retryableCount: number): BatchDetail["may"] {
  const isOpen = status === "running" || status === "paused";
  return {
    pause: status === "running",
    resume: status === "paused",
    cancel: isOpen || status === "awaiting_approval",
    retryFailed: retryableCount > 0 && (isOpen || status === "done"),
  };
}
