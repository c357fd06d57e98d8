import { DomainError } from "@/lib/core/errors";
import type { TransactionContext } from "@/lib/db/transaction";
import { appendQuotaEntry } from "@/lib/quota/append-quota-entry";
import { lockCounter } from "@/lib/quota/lock-counter";
import { chargeBudgets } from "@/lib/quota/move-budgets";
import { moveCounter } from "@/lib/quota/move-counter";
import { MoveCount } from "@/lib/quota/schema";

/** What is reserved or settled: a code, a batch, or a code out of a batch. */
export interface QuotaMove {
  miniProgramId: string;
  codeId?: string | null;
  batchId?: string | null;
  reason: string;
}

export interface QuotaReserve extends QuotaMove {
  /** Whose share it uses besides the person's. */
  campaignId?: string | null;
  /** Whose share it uses; by default the acting person's. */
  chargedToId?: string | null;
  count?: number;
}

/**
 * Holds `count` of the 100,000 for codes about to be asked for, all or none of them. A reservation for a
 * batch names no code; its codes are settled against it one by one.
 * Throws DomainError `quota_exhausted`: too few are left (`quotaExhausted`), or a share would be
 * passed (`budgetExhausted`).
 */
export async function reserveQuota(ctx: TransactionContext, reserve: QuotaReserve): Promise<void> {
  const { miniProgramId, reason, codeId = null, batchId = null, campaignId = null } = reserve;
  const { chargedToId = ctx.actor.kind === "user" ? ctx.actor.id : null } = reserve;
  const count = MoveCount.parse(reserve.count ?? 1);
  const totals = await moveCounter(ctx, miniProgramId, { reserved: count });
  if (!totals) throw await tooFewLeft(ctx, miniProgramId, count);
  await chargeBudgets(ctx, { miniProgramId, campaignId, chargedToId }, count);
  const held = { miniProgramId, codeId, batchId, campaignId, chargedToId };
  const entry = { ...held, kind: "reserve", amount: count, reason } as const;
  const seq = await appendQuotaEntry(ctx, entry, totals);
  await ctx.tx.quotaReservation.create({
    data: { ...held, seq, open: count, createdAt: ctx.now() },
    select: { seq: true },
  });
}

async function tooFewLeft(ctx: TransactionContext, miniProgramId: string, wanted: number) {
  const { lifetimeLimit: limit, spent, reserved } = await lockCounter(ctx, miniProgramId);
  const left = limit - spent - reserved;
  return new DomainError("quota_exhausted", "quotaExhausted", { limit, left, wanted });
}
