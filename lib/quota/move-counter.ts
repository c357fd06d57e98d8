import type { TransactionContext } from "@/lib/db/transaction";
import { keepNotices } from "@/lib/quota/keep-notices";

/** By how much each figure changes. */
export interface CounterMove {
  limit?: number;
  spent?: number;
  reserved?: number;
  external?: number;
  /** What is ours of WeChat's last count, at least and at most. */
  explainedLeast?: number;
  explainedMost?: number;
}

export interface Totals {
  limit: number;
  spent: number;
  reserved: number;
}

/**
 * The only way the figures change: under the row's lock, and never past the limit. Gives the totals
 * after it, or null (and changes nothing) when spent + reserved would pass the limit.
 */
export async function moveCounter(
  ctx: TransactionContext,
  miniProgramId: string,
  move: CounterMove,
): Promise<Totals | null> {
  const { limit = 0, spent = 0, reserved = 0, external = 0 } = move;
  const { explainedLeast = 0, explainedMost = 0 } = move;
  const [totals] = await ctx.tx.$queryRaw<Totals[]>`
    UPDATE quota_counters SET
      lifetime_limit = lifetime_limit + ${limit}::int,
      spent = spent + ${spent}::int,
      reserved = reserved + ${reserved}::int,
      external = least(external + ${external}::int, spent + ${spent}::int),
      explained_least = explained_least + ${explainedLeast}::int,
      explained_most = explained_most + ${explainedMost}::int,
      moved_at = ${ctx.now()}::timestamptz
    WHERE mini_program_id = ${miniProgramId}::uuid
      AND spent + ${spent}::int + reserved + ${reserved}::int <= lifetime_limit + ${limit}::int
    RETURNING lifetime_limit AS "limit", spent, reserved`;
  if (!totals) return null;
  await keepNotices(ctx, miniProgramId, totals, { fell: spent + reserved < limit });
  return totals;
}
