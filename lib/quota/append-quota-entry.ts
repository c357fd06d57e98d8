import type { QuotaEntryKind } from "@/lib/quota/schema";
import type { Totals } from "@/lib/quota/move-counter";
import type { TransactionContext } from "@/lib/db/transaction";

export interface NewQuotaEntry {
  miniProgramId: string;
  kind: QuotaEntryKind;
  amount: number;
  reason: string;
  codeId?: string | null;
  batchId?: string | null;
  campaignId?: string | null;
  chargedToId?: string | null;
}

/**
 * Writes one line of the ledger with the totals after it; the counter's row is locked by the caller.
 * Returns its number.
 */
export async function appendQuotaEntry(
  ctx: TransactionContext,
  entry: NewQuotaEntry,
  totals: Totals,
): Promise<bigint> {
  const { seq } = await ctx.tx.quotaEntry.create({
    data: {
      ...entry,
      spentAfter: totals.spent,
      reservedAfter: totals.reserved,
      limitAfter: totals.limit,
      actorId: ctx.actor.id,
      actorName: ctx.actor.name,
      createdAt: ctx.now(),
    },
    select: { seq: true },
  });
  return seq;
}
