import type { TransactionContext } from "@/lib/db/transaction";
import { appendQuotaEntry } from "@/lib/quota/append-quota-entry";
import type { QuotaMove } from "@/lib/quota/reserve-quota";

/**
 * Turns a code's reservation into a spend (WeChat made the picture) or gives it back
 * (WeChat refused, so nothing was counted). Call it once per reservation.
 */
export async function settleReservation(
  ctx: TransactionContext,
  move: QuotaMove,
  outcome: "spend" | "release",
): Promise<void> {
  const [totals] = await ctx.tx.$queryRaw<{ spent: number; reserved: number }[]>`
    UPDATE quota_counters
    SET reserved = reserved - 1, spent = spent + ${outcome === "spend" ? 1 : 0}
    WHERE mini_program_id = ${move.miniProgramId}::uuid
    RETURNING spent, reserved`;
  if (!totals) throw new Error("A mini program has no quota counter.");
  await appendQuotaEntry(ctx, { ...move, kind: outcome, ...totals });
}
