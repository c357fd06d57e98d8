import { setTimeout as sleep } from "node:timers/promises";
import { log } from "@/lib/log";
import type { Runtime } from "@/lib/runtime";

const TRY_AGAIN_MS = 1_000;

/**
 * Queues again what this process began and surely has not sent, as far as it is still under these attempts.
 * Tries until it is done: while the process lives, nobody else would. Never rejects.
 */
export async function giveBack(
  { db, minter }: Runtime,
  minterId: string,
  attemptTokens: readonly string[],
): Promise<void> {
  for (;;) {
    try {
      await db.$executeRaw`
        UPDATE codes SET status = 'queued', attempt_count = attempt_count - 1,
          claimed_until = clock_timestamp(), updated_at = clock_timestamp()
        WHERE id IN (
          SELECT id FROM codes WHERE minter_id = ${minterId}::uuid AND status = 'sent'
            AND attempt_token = ANY(${[...attemptTokens]}::uuid[])
          ORDER BY id FOR UPDATE)`;
      return;
    } catch (error) {
      log.warn({ err: error }, "codes that were not sent could not be given back");
    }
    // Without this process they count as lost, which comes to the same.
    if (minter.isClosed) return;
    await sleep(TRY_AGAIN_MS);
  }
}
