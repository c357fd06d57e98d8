import { UNREACHABLE } from "@/lib/batches/ends-by-itself";
import { lockBatch } from "@/lib/batches/lock-batch";
import { listCauses, queueAgain } from "@/lib/batches/queue-again";
import { scheduleRun } from "@/lib/batches/schedule-run";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";

/** Of a row that never reached WeChat; then a person looks at it. */
const MOST_ATTEMPTS = 3;

/**
 * Before a batch ends: rows whose request never left are queued once more and the batch goes on. False when there
 * are none, or nothing is left to reserve them from.
 */
export async function queueUnreached(ctx: Context, batchId: string): Promise<boolean> {
  try {
    return await withTransaction(ctx, async (tctx) => {
      const batch = await lockBatch(tctx, batchId);
      if (batch.status !== "running") return false;
      const causes = (await listCauses(tctx, batchId)).filter(
        ({ status, failureWhy }) => status === "refused" && UNREACHABLE.includes(failureWhy ?? ""),
      );
      const mostAttempts = MOST_ATTEMPTS - 1;
      const queuedCount = await queueAgain(tctx, batch, causes, { mostAttempts });
      if (queuedCount > 0) await scheduleRun(tctx, batchId, { afterSeconds: 1 });
      return queuedCount > 0;
    });
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
