import { DomainError } from "@/lib/core/errors";
import type { TransactionContext } from "@/lib/db/transaction";
import { appendQuotaEntry } from "@/lib/quota/append-quota-entry";

export interface QuotaMove {
  miniProgramId: string;
  codeId: string;
  reason: string;
}

interface Totals {
  spent: number;
  reserved: number;
}

/**
 * Holds one of the 100,000 for a code about to be asked for. The row lock of the
 * UPDATE and a CHECK keep concurrent reservers within the limit.
 * Throws DomainError `quota_exhausted` when none is left.
 */
export async function reserveQuota(ctx: TransactionContext, move: QuotaMove): Promise<void> {
  const [totals] = await ctx.tx.$queryRaw<Totals[]>`
    UPDATE quota_counters SET reserved = reserved + 1
    WHERE mini_program_id = ${move.miniProgramId}::uuid AND spent + reserved < lifetime_limit
    RETURNING spent, reserved`;
  if (!totals) {
    const counter = await ctx.tx.quotaCounter.findUniqueOrThrow({
      where: { miniProgramId: move.miniProgramId },
    });
    throw new DomainError("quota_exhausted", "quotaExhausted", { limit: counter.lifetimeLimit });
  }
  await appendQuotaEntry(ctx, { ...move, kind: "reserve", ...totals });
}
