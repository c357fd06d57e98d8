import { countRows } from "@/lib/batches/count-rows";
import type { BatchRow, PauseWhy } from "@/lib/batches/progress-schema";
import type { Context } from "@/lib/core/context";
import type { Prisma } from "@/lib/db/generated/client";

export const WITH_NAMES = {
  miniProgram: { select: { id: true, name: true, isSandbox: true } },
  campaign: { select: { id: true, name: true } },
} satisfies Prisma.BatchInclude;

export type NamedBatch = Prisma.BatchGetPayload<{ include: typeof WITH_NAMES }>;

/** Batches as lists show them. */
export async function toBatchRows(
  ctx: Context,
  batches: readonly NamedBatch[],
): Promise<BatchRow[]> {
  const counts = await countRows(
    ctx,
    batches.map(({ id }) => id),
  );
  return batches.map((batch) => ({
    id: batch.id,
    name: batch.name,
    kind: batch.kind,
    status: batch.status,
    miniProgram: batch.miniProgram,
    campaign: batch.campaign,
    rowCount: batch.rowCount,
    limitedCount: batch.limitedCount,
    counts: counts.get(batch.id) ?? NONE,
    pauseWhy: batch.pauseWhy as PauseWhy | null,
    createdBy: batch.createdBy,
    createdAt: batch.createdAt,
    finishedAt: batch.finishedAt,
  }));
}

const NONE = {
  queued: 0,
  held: 0,
  sent: 0,
  minted: 0,
  refused: 0,
  unknown: 0,
  repeats: 0,
  bad: 0,
};
