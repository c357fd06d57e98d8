import { DomainError, InvalidInputError } from "@/lib/core/errors";
import type { TransactionContext } from "@/lib/db/transaction";
import { appendQuotaEntry } from "@/lib/quota/append-quota-entry";
import type { LockedCounter } from "@/lib/quota/lock-counter";
import { moveCounter } from "@/lib/quota/move-counter";

export interface SpentMove {
  kind: "external" | "adjust";
  amount: number;
  reason: string;
}

/**
 * Changes `spent` by hand, with its line in the ledger. It explains that much more, or less, of WeChat's
 * count. Throws when spent would pass the limit or fall below nothing.
 */
export async function moveSpent(
  ctx: TransactionContext,
  counter: LockedCounter,
  { kind, amount, reason }: SpentMove,
): Promise<void> {
  const { miniProgramId, lifetimeLimit: limit, spent, reserved } = counter;
  if (spent + amount < 0) throw new InvalidInputError("quotaBelowNothing", "amount", { spent });
  const totals = await moveCounter(ctx, miniProgramId, {
    spent: amount,
    external: kind === "external" ? amount : 0,
    explainedLeast: amount,
    explainedMost: amount,
  });
  if (!totals) {
    const left = limit - spent - reserved;
    throw new DomainError("quota_exhausted", "quotaOverLimit", { limit, left, wanted: amount });
  }
  await appendQuotaEntry(ctx, { miniProgramId, kind, amount, reason }, totals);
}
