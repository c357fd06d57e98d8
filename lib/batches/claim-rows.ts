import type { Database } from "@/lib/db/client";

/** A run that dies leaves its claimed rows to others after this long. */
const CLAIM_SECONDS = 8;

/**
 * Takes up to `count` queued rows of a running batch, the first ones first, so that two runs do not reach for
 * the same. It only keeps them out of each other's way: what lets one send a code is `startAttempt`.
 */
export async function claimRows(db: Database, batchId: string, count: number): Promise<string[]> {
  const claimed = await db.$queryRaw<{ id: string }[]>`
    UPDATE codes SET claimed_until = clock_timestamp() + make_interval(secs => ${CLAIM_SECONDS})
    WHERE id IN (
      SELECT codes.id FROM codes JOIN batches ON batches.id = codes.batch_id
      WHERE codes.batch_id = ${batchId}::uuid AND batches.status = 'running' AND codes.status = 'queued'
        AND codes.batch_row <= coalesce(batches.pilot_until_row, codes.batch_row)
        AND NOT codes.is_awaiting_approval
        AND (codes.claimed_until IS NULL OR codes.claimed_until < clock_timestamp())
        AND (codes.held_until IS NULL OR codes.held_until <= clock_timestamp())
      ORDER BY codes.batch_row LIMIT ${count} FOR UPDATE OF codes SKIP LOCKED)
    RETURNING id`;
  return claimed.map(({ id }) => id);
}

/** Gives back rows that were claimed and will not be sent after all. */
export async function dropClaims(db: Database, codeIds: readonly string[]): Promise<void> {
  if (codeIds.length === 0) return;
  await db.$executeRaw`
    UPDATE codes SET claimed_until = NULL WHERE id = ANY(${codeIds}::uuid[]) AND status = 'queued'`;
}
