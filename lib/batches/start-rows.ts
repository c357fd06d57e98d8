import { startAttempts } from "@/lib/codes/start-attempt";
import type { StartedCode } from "@/lib/codes/start-attempt";
import type { Context } from "@/lib/core/context";
import { Prisma } from "@/lib/db/generated/client";

/**
 * Commits up to `count` queued rows of a running batch as `sent`, the first ones first; several runs at once get
 * different ones. In the order in which they are to be sent.
 */
export async function startRows(
  ctx: Context,
  batchId: string,
  count: number,
): Promise<StartedCode[]> {
  const rows = Prisma.sql`
    SELECT codes.id FROM codes JOIN batches ON batches.id = codes.batch_id
      JOIN mini_programs ON mini_programs.id = batches.mini_program_id AND archived_at IS NULL
    WHERE codes.batch_id = ${batchId}::uuid AND batches.status = 'running' AND may_mint(batches.run_by_id)
      AND codes.status = 'queued'
      AND codes.batch_row <= coalesce(batches.pilot_until_row, codes.batch_row)
      AND NOT codes.is_awaiting_approval
      AND (codes.held_until IS NULL OR codes.held_until <= clock_timestamp())
    ORDER BY codes.batch_row LIMIT ${count} FOR UPDATE OF codes SKIP LOCKED`;
  const started = await startAttempts(ctx, rows, count);
  return started.toSorted((one, other) => (one.batchRow ?? 0) - (other.batchRow ?? 0));
}
