import type { QuotaReservation } from "@/lib/db/generated/client";
import type { TransactionContext } from "@/lib/db/transaction";
import { appendQuotaEntry } from "@/lib/quota/append-quota-entry";
import { addToDay } from "@/lib/quota/add-to-day";
import { beijingDay } from "@/lib/quota/beijing-day";
import { lockCounter } from "@/lib/quota/lock-counter";
import { refundBudgets } from "@/lib/quota/move-budgets";
import { moveCounter } from "@/lib/quota/move-counter";
import type { QuotaMove } from "@/lib/quota/reserve-quota";
import { MoveCount } from "@/lib/quota/schema";

type Outcome = "spend" | "release";

/**
 * Turns reservations into spends (WeChat made the pictures) or gives them back (WeChat refused, so nothing
 * was counted). A code's own reservation comes first, then its batch's; campaign and person are those
 * who were charged. Throws when no such reservation is open, so nothing is ever settled twice.
 */
export async function settleReservation(
  ctx: TransactionContext,
  move: QuotaMove,
  outcome: Outcome,
  count = 1,
): Promise<void> {
  let missing = MoveCount.parse(count);
  const { numUsedSeq } = await lockCounter(ctx, move.miniProgramId);
  for (const reservation of await openReservations(ctx, move)) {
    const amount = Math.min(missing, reservation.open);
    // Made after WeChat's last count, it had no part in it.
    const isWitnessed = reservation.seq <= numUsedSeq;
    await settleOne(ctx, move, reservation, { outcome, amount, isWitnessed });
    missing -= amount;
    if (missing === 0) return;
  }
  throw new Error(`${missing} of a code's or batch's reservations are not open.`);
}

async function openReservations(
  ctx: TransactionContext,
  { miniProgramId, codeId, batchId }: QuotaMove,
): Promise<QuotaReservation[]> {
  const own = codeId
    ? await ctx.tx.quotaReservation.findMany({
        where: { miniProgramId, codeId },
        orderBy: { seq: "asc" },
      })
    : [];
  if (own.length > 0 || !batchId) return own;
  return ctx.tx.quotaReservation.findMany({
    where: { miniProgramId, batchId, codeId: null },
    orderBy: { seq: "asc" },
  });
}

async function settleOne(
  ctx: TransactionContext,
  { miniProgramId, codeId = null, reason }: QuotaMove,
  reservation: QuotaReservation,
  step: { outcome: Outcome; amount: number; isWitnessed: boolean },
): Promise<void> {
  const { seq, open, batchId, campaignId, chargedToId } = reservation;
  const { outcome: kind, amount, isWitnessed } = step;
  const isSpent = kind === "spend";
  if (open === amount) await ctx.tx.quotaReservation.delete({ where: { seq } });
  else await ctx.tx.quotaReservation.update({ where: { seq }, data: { open: open - amount } });
  const totals = await moveCounter(ctx, miniProgramId, {
    reserved: -amount,
    spent: isSpent ? amount : 0,
    explainedMost: !isSpent && isWitnessed ? -amount : 0,
  });
  if (!totals) throw new Error("Settling a reservation cannot pass the limit.");
  const charged = { miniProgramId, campaignId, chargedToId };
  if (isSpent) {
    await addToDay(ctx, miniProgramId, beijingDay(ctx.now()), { limitedSpent: amount });
  } else {
    await refundBudgets(ctx, charged, amount);
  }
  await appendQuotaEntry(ctx, { ...charged, kind, amount, reason, codeId, batchId }, totals);
}
