import { NotFoundError } from "@/lib/core/errors";
import type { TransactionContext } from "@/lib/db/transaction";

export interface LockedCounter {
  miniProgramId: string;
  miniProgramName: string;
  lifetimeLimit: number;
  spent: number;
  reserved: number;
  external: number;
  dailyLimit: number;
  lookCounts: boolean;
  approvalThreshold: number | null;
  callsPerMinute: number;
  numUsed: number | null;
  numUsedAt: Date | null;
  numUsedSeq: bigint;
  drift: number;
}

/**
 * Takes the lock that orders everything about one mini program's quota. Whoever also locks a code does that
 * first; the end of the audit chain comes after. Throws NotFoundError for an unknown mini program.
 */
export async function lockCounter(
  ctx: TransactionContext,
  miniProgramId: string,
): Promise<LockedCounter> {
  const [counter] = await ctx.tx.$queryRaw<LockedCounter[]>`
    SELECT counter.mini_program_id AS "miniProgramId", mini_programs.name AS "miniProgramName",
      lifetime_limit AS "lifetimeLimit", spent, reserved, external, daily_limit AS "dailyLimit",
      look_counts AS "lookCounts", approval_threshold AS "approvalThreshold",
      calls_per_minute AS "callsPerMinute", num_used AS "numUsed", num_used_at AS "numUsedAt", num_used_seq AS "numUsedSeq", drift
    FROM quota_counters AS counter JOIN mini_programs ON mini_programs.id = counter.mini_program_id
    WHERE counter.mini_program_id = ${miniProgramId}::uuid
    FOR NO KEY UPDATE OF counter`;
  if (!counter) throw new NotFoundError("miniProgram");
  return counter;
}
