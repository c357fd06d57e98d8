import type { TransactionContext } from "@/lib/db/transaction";
import { lockCounter } from "@/lib/quota/lock-counter";
import type { LockedCounter } from "@/lib/quota/lock-counter";

const MOST = 2_147_483_647;
/** More than can be written while one call runs. */
const LATEST_ENTRIES = 500;

/**
 * Keeps what WeChat last said it has counted (header Num-Used, section 2.2), and how much of that our ledger
 * explains: at least what was spent when we asked, at most that and what is in flight. The rest is
 * drift, which a trigger works out.
 *
 * WeChat's count only grows, so answers are told apart by it and not by their arrival: a lower one is older
 * and is dropped, unless it was asked for (`askedAt`) after the kept one had been seen (`seenAt`).
 */
export async function recordNumUsed(
  ctx: TransactionContext,
  miniProgramId: string,
  numUsed: number,
  seenAt: Date = ctx.now(),
  askedAt: Date = seenAt,
): Promise<void> {
  if (!Number.isInteger(numUsed) || numUsed < 0 || numUsed > MOST) return;
  const counter = await lockCounter(ctx, miniProgramId);
  if (!isNews(counter, numUsed, { seenAt, askedAt })) return;
  await ctx.tx.$executeRaw`
    UPDATE quota_counters SET
      num_used = ${numUsed}::int,
      num_used_at = greatest(num_used_at, ${seenAt}::timestamptz),
      num_used_seq = coalesce(
        (SELECT max(seq) FROM quota_entries WHERE mini_program_id = ${miniProgramId}::uuid), 0),
      -- What others spent since we asked may have come too late to be in the answer.
      explained_least = spent - (
        SELECT coalesce(sum(amount) FILTER (WHERE is_late), 0) FROM (
          SELECT amount, kind = 'spend' AND created_at > ${askedAt}::timestamptz
            AND xmin <> pg_current_xact_id()::xid AS is_late
          FROM quota_entries WHERE mini_program_id = ${miniProgramId}::uuid
          ORDER BY seq DESC LIMIT ${LATEST_ENTRIES}) AS latest),
      explained_most = spent + reserved,
      moved_at = ${ctx.now()}::timestamptz
    WHERE mini_program_id = ${miniProgramId}::uuid`;
}

function isNews(
  { numUsed: kept, numUsedAt: keptAt }: LockedCounter,
  numUsed: number,
  { seenAt, askedAt }: { seenAt: Date; askedAt: Date },
): boolean {
  if (kept === null || keptAt === null || numUsed > kept) return true;
  return numUsed === kept ? seenAt >= keptAt : askedAt > keptAt;
}
