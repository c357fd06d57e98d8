import type { TransactionContext } from "@/lib/db/transaction";

export interface DayCounts {
  aCalls?: number;
  bCalls?: number;
  cCalls?: number;
  limitedSpent?: number;
}

/** Adds to the counts of one day in Beijing; the counter's row is locked by the caller. */
export async function addToDay(
  ctx: TransactionContext,
  miniProgramId: string,
  day: string,
  { aCalls = 0, bCalls = 0, cCalls = 0, limitedSpent = 0 }: DayCounts,
): Promise<void> {
  await ctx.tx.$executeRaw`
    INSERT INTO quota_days AS day (mini_program_id, day, a_calls, b_calls, c_calls, limited_spent)
    VALUES (${miniProgramId}::uuid, ${day}::date,
      ${aCalls}::int, ${bCalls}::int, ${cCalls}::int, ${limitedSpent}::int)
    ON CONFLICT (mini_program_id, day) DO UPDATE SET
      a_calls = day.a_calls + excluded.a_calls,
      b_calls = day.b_calls + excluded.b_calls,
      c_calls = day.c_calls + excluded.c_calls,
      limited_spent = day.limited_spent + excluded.limited_spent`;
}
