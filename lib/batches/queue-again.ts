import type { FailureCause } from "@/lib/batches/may-retry";
import type { Batch } from "@/lib/db/generated/client";
import type { TransactionContext } from "@/lib/db/transaction";
import { reserveQuota } from "@/lib/quota/reserve-quota";

/** Causes of failures in a batch, each once. */
export async function listCauses(
  ctx: TransactionContext,
  batchId: string,
): Promise<FailureCause[]> {
  return ctx.tx.$queryRaw<FailureCause[]>`
    SELECT DISTINCT status::text AS status, failure_errcode AS "failureErrcode", failure_why AS "failureWhy"
    FROM codes WHERE batch_id = ${batchId}::uuid AND status IN ('refused', 'unknown')`;
}

/** More than any row is tried. */
const ANY_ATTEMPTS = 1_000_000;

/**
 * Queues rows that failed of one of the causes and reserves anew what their refusal gave back; an unknown
 * one still holds its own. Left alone: what was minted elsewhere since, scenes that came to mean
 * another page, and what was tried too often. Returns how many. The batch is locked by the caller.
 */
export async function queueAgain(
  ctx: TransactionContext,
  batch: Batch,
  causes: readonly FailureCause[],
  { mostAttempts }: { mostAttempts: number } = { mostAttempts: ANY_ATTEMPTS },
): Promise<number> {
  if (causes.length === 0) return 0;
  const json = JSON.stringify(causes);
  const unknownCount = await queueUnknown(ctx, batch.id, json, mostAttempts);
  const refused = await queueRefused(ctx, batch.id, json, mostAttempts);
  const limitedCount = refused.reduce((sum, { quotaCost }) => sum + quotaCost, 0);
  if (limitedCount > 0) {
    const { id: batchId, miniProgramId, campaignId, name: reason } = batch;
    await reserveQuota(ctx, { miniProgramId, batchId, campaignId, reason, count: limitedCount });
  }
  return unknownCount + refused.length;
}

async function queueUnknown(
  ctx: TransactionContext,
  batchId: string,
  causes: string,
  mostAttempts: number,
): Promise<number> {
  return ctx.tx.$executeRaw`
    UPDATE codes SET status = 'queued', held_since = NULL, held_until = NULL, claimed_until = NULL,
      updated_at = ${ctx.now()}
    FROM jsonb_to_recordset(${causes}::jsonb)
      AS cause (status text, "failureErrcode" int, "failureWhy" text)
    WHERE codes.batch_id = ${batchId}::uuid AND codes.attempt_count <= ${mostAttempts}
      AND codes.status = 'unknown' AND cause.status = 'unknown'
      AND codes.failure_errcode IS NOT DISTINCT FROM cause."failureErrcode"
      AND codes.failure_why IS NOT DISTINCT FROM cause."failureWhy"`;
}

async function queueRefused(
  ctx: TransactionContext,
  batchId: string,
  causes: string,
  mostAttempts: number,
): Promise<{ quotaCost: number }[]> {
  return ctx.tx.$queryRaw<{ quotaCost: number }[]>`
    UPDATE codes SET status = 'queued', held_since = NULL, held_until = NULL, claimed_until = NULL,
      updated_at = ${ctx.now()}
    FROM jsonb_to_recordset(${causes}::jsonb)
      AS cause (status text, "failureErrcode" int, "failureWhy" text)
    WHERE codes.batch_id = ${batchId}::uuid AND codes.attempt_count <= ${mostAttempts}
      AND codes.status = 'refused' AND cause.status = 'refused'
      AND codes.failure_errcode IS NOT DISTINCT FROM cause."failureErrcode"
      AND codes.failure_why IS NOT DISTINCT FROM cause."failureWhy"
      AND NOT EXISTS (SELECT FROM codes AS living
        WHERE living.mini_program_id = codes.mini_program_id AND living.identity = codes.identity
          AND living.status <> 'refused')
      AND (codes.scene IS NULL OR EXISTS (SELECT FROM scenes
        WHERE scenes.mini_program_id = codes.mini_program_id AND scenes.value = codes.scene
          AND scenes.page = codes.target))
    RETURNING codes.quota_cost::int AS "quotaCost"`;
}
