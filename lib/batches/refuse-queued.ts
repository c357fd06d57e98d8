import type { Batch } from "@/lib/db/generated/client";
import type { TransactionContext } from "@/lib/db/transaction";
import { settleReservation } from "@/lib/quota/settle-reservation";

interface RefusedCode {
  id: string;
  quotaCost: number;
  isInDoubt: boolean;
  hasOwnReservation: boolean;
}

/**
 * Refuses what of a batch is still queued and gives its reservations back. A row in doubt, which an earlier
 * attempt may have spent, becomes unknown again and keeps its own. `which`: only rows whose batch was cancelled while
 * they were under way. Returns how many were queued.
 * The batch is locked by the caller.
 */
export async function refuseQueued(
  ctx: TransactionContext,
  batch: Batch,
  why: "cancelled" | "declined",
  which: "all" | "cancelled" = "all",
): Promise<number> {
  const { id: batchId, miniProgramId, name: reason } = batch;
  const refused = await ctx.tx.$queryRaw<RefusedCode[]>`
    UPDATE codes SET
      status = (CASE WHEN is_in_doubt THEN 'unknown' ELSE 'refused' END)::"CodeStatus",
      failure_why = CASE WHEN is_in_doubt THEN 'unknown:interrupted' ELSE ${`not_sent:${why}`} END,
      failure_errcode = NULL, failure_message = '', failure_rid = NULL,
      held_until = NULL, held_since = NULL, claimed_until = NULL, is_cancelled = false, updated_at = ${ctx.now()}
    WHERE batch_id = ${batchId}::uuid AND status = 'queued' AND (is_cancelled OR ${which !== "cancelled"})
    RETURNING id, quota_cost::int AS "quotaCost", is_in_doubt AS "isInDoubt",
      EXISTS (SELECT FROM quota_reservations WHERE code_id = codes.id) AS "hasOwnReservation"`;
  const toRelease = refused.filter(({ isInDoubt, quotaCost }) => !isInDoubt && quotaCost > 0);
  const shared = toRelease.filter(({ hasOwnReservation }) => !hasOwnReservation);
  const sharedCount = shared.reduce((sum, { quotaCost }) => sum + quotaCost, 0);
  if (sharedCount > 0) {
    await settleReservation(ctx, { miniProgramId, batchId, reason }, "release", sharedCount);
  }
  for (const { id: codeId, quotaCost } of toRelease.filter((code) => code.hasOwnReservation)) {
    await settleReservation(ctx, { miniProgramId, codeId, reason }, "release", quotaCost);
  }
  return refused.length;
}
