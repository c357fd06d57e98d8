import { setTimeout as sleep } from "node:timers/promises";
import { ATTENDED_SECONDS } from "@/lib/codes/attend-code";
import { attemptMint } from "@/lib/codes/attempt-mint";
import { takeSends } from "@/lib/codes/send-pace";
import type { Context } from "@/lib/core/context";
import { ForbiddenError } from "@/lib/core/errors";
import { log } from "@/lib/log";

/** So many are under way before the claim of any runs out. */
const MOST = 20;

interface ClaimedCode {
  id: string;
  miniProgramId: string;
}

/**
 * Sends single codes nobody attends to: their process died before it sent them, what they waited for is over, or
 * a picture could not be stored. Rows of a batch that is not over are left to its runs, and those of one that was
 * cancelled under way are not to be sent. At most 20 a
 * time, at the pace all keep; what cannot be sent is tried again after some seconds.
 */
export async function sendUnattended(ctx: Context): Promise<void> {
  if (ctx.actor.kind !== "job") throw new ForbiddenError("codes:mint");
  const claimed = await claimUnattended(ctx);
  await Promise.all(claimed.map((code) => send(ctx, code)));
}

async function claimUnattended(ctx: Context): Promise<ClaimedCode[]> {
  return ctx.runtime.db.$queryRaw<ClaimedCode[]>`
    UPDATE codes SET claimed_until = clock_timestamp() + make_interval(secs => ${ATTENDED_SECONDS})
    WHERE id IN (
      SELECT codes.id FROM codes LEFT JOIN batches ON batches.id = codes.batch_id
      WHERE codes.status = 'queued' AND NOT is_awaiting_approval AND NOT is_cancelled
        AND claimed_until <= clock_timestamp()
        AND (held_until IS NULL OR held_until <= clock_timestamp())
        AND (batches.id IS NULL OR batches.status IN ('done', 'cancelled'))
      ORDER BY claimed_until LIMIT ${MOST} FOR UPDATE OF codes SKIP LOCKED)
    RETURNING id, mini_program_id AS "miniProgramId"`;
}

async function send(ctx: Context, { id, miniProgramId }: ClaimedCode): Promise<void> {
  try {
    const { waitMs } = await takeSends(ctx.runtime.db, miniProgramId, 1);
    await sleep(waitMs);
    if (!ctx.runtime.minter.isStopping) await attemptMint(ctx, id, miniProgramId);
  } catch (error) {
    log.warn({ err: error, codeId: id }, "a code nobody attends to could not be sent");
  }
}
