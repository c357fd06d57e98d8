import type { ActorsAttempt } from "@/lib/codes/finished-attempt";
import { interruptedOutcome } from "@/lib/codes/mint-outcome";
import { settleAttempt } from "@/lib/codes/settle-attempt";
import { settleSpooled } from "@/lib/codes/settle-spooled";
import type { Context } from "@/lib/core/context";
import { ForbiddenError } from "@/lib/core/errors";
import { log } from "@/lib/log";

const MOST = 200;
/** Of a B code that is lost every time; then a person looks at it. */
const MOST_ATTEMPTS = 3;

/**
 * Settles what dead processes were sending: every `sent` code whose minter the database has not seen for a
 * while. First what they were told and could not write down. Then nobody knows what WeChat did: B goes
 * back to the queue with the same scene, which costs nothing; A and C keep their reservation and
 * wait for a person. Several processes may do it at once.
 */
export async function settleLostAttempts(ctx: Context): Promise<void> {
  if (ctx.actor.kind !== "job") throw new ForbiddenError("codes:mint");
  const spooled = await settleSpooled(ctx);
  await queueLostAgain(ctx, spooled);
  for (const lost of await listLost(ctx, spooled)) await settleLost(lost);
  await forgetDeadMinters(ctx);
}

async function queueLostAgain(ctx: Context, spooled: readonly string[]): Promise<void> {
  await ctx.runtime.db.$executeRaw`
    UPDATE codes SET status = 'queued', claimed_until = clock_timestamp(), updated_at = clock_timestamp()
    WHERE id IN (
      SELECT codes.id FROM codes LEFT JOIN minters ON minters.id = codes.minter_id
      WHERE codes.status = 'sent' AND codes.kind = 'WXACODE_UNLIMITED' AND attempt_count < ${MOST_ATTEMPTS}
        AND (minters.id IS NULL OR minter_is_lost(minters.seen_at))
        AND attempt_token <> ALL(${spooled}::uuid[])
      LIMIT ${MOST} FOR UPDATE OF codes SKIP LOCKED)`;
}

async function listLost(ctx: Context, spooled: readonly string[]): Promise<ActorsAttempt[]> {
  const lost = await ctx.runtime.db.$queryRaw<{ codeId: string; attemptToken: string }[]>`
    SELECT codes.id AS "codeId", attempt_token AS "attemptToken"
    FROM codes LEFT JOIN minters ON minters.id = codes.minter_id
    WHERE codes.status = 'sent' AND (codes.kind <> 'WXACODE_UNLIMITED' OR attempt_count >= ${MOST_ATTEMPTS})
      AND (minters.id IS NULL OR minter_is_lost(minters.seen_at))
      AND attempt_token <> ALL(${spooled}::uuid[])
    LIMIT ${MOST}`;
  const outcome = interruptedOutcome(true);
  return lost.map((code) => ({ ctx, attempt: { ...code, outcome, calls: [] } }));
}

async function settleLost({ ctx, attempt }: ActorsAttempt): Promise<void> {
  try {
    await settleAttempt(ctx, attempt);
  } catch (error) {
    log.warn({ err: error, codeId: attempt.codeId }, "a lost attempt could not be settled");
  }
}

async function forgetDeadMinters(ctx: Context): Promise<void> {
  await ctx.runtime.db.$executeRaw`
    DELETE FROM minters WHERE minter_is_lost(seen_at) AND seen_at < clock_timestamp() - interval '1 hour'
      AND NOT EXISTS (SELECT FROM codes WHERE minter_id = minters.id AND status = 'sent')`;
}
