import type { TransactionContext } from "@/lib/db/transaction";

export interface NewQuotaEntry {
  miniProgramId: string;
  codeId: string;
  reason: string;
  kind: "reserve" | "spend" | "release";
  spent: number;
  reserved: number;
}

/** Writes one line of the ledger with the totals after it; the counter's row is locked by the caller. */
export async function appendQuotaEntry(
  ctx: TransactionContext,
  { spent, reserved, ...entry }: NewQuotaEntry,
): Promise<void> {
  await ctx.tx.quotaEntry.create({
    data: {
      ...entry,
      amount: 1,
      spentAfter: spent,
      reservedAfter: reserved,
      actorId: ctx.actor.id,
      actorName: ctx.actor.name,
      createdAt: ctx.now(),
    },
  });
}
