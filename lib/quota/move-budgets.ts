import { DomainError } from "@/lib/core/errors";
import type { TransactionContext } from "@/lib/db/transaction";

const ADMINS_NAMED = 5;

/** Whose shares a code uses; null: nobody's. */
export interface Charged {
  miniProgramId: string;
  campaignId: string | null;
  chargedToId: string | null;
}

/**
 * Takes `count` from the shares of the campaign and of the person, where they have one. The counter's lock,
 * held by the caller, keeps others out. Throws `quota_exhausted` with the names of who can raise a share.
 */
export async function chargeBudgets(
  ctx: TransactionContext,
  charged: Charged,
  count: number,
): Promise<void> {
  const budgets = await ctx.tx.quotaBudget.findMany({
    where: budgetsOf(charged),
    include: { campaign: { select: { name: true } }, user: { select: { name: true } } },
    orderBy: { id: "asc" },
  });
  const passed = budgets.find(({ used, share }) => used + count > share);
  if (passed) {
    throw new DomainError("quota_exhausted", "budgetExhausted", {
      name: passed.campaign?.name ?? passed.user?.name ?? "",
      share: passed.share,
      left: passed.share - passed.used,
      wanted: count,
      admins: await namesOfAdmins(ctx),
    });
  }
  if (budgets.length === 0) return;
  await ctx.tx.quotaBudget.updateMany({
    where: { id: { in: budgets.map(({ id }) => id) } },
    data: { used: { increment: count } },
  });
}

/** Gives back what a released reservation took. */
export async function refundBudgets(
  ctx: TransactionContext,
  charged: Charged,
  count: number,
): Promise<void> {
  const where = budgetsOf(charged);
  await ctx.tx.quotaBudget.updateMany({ where, data: { used: { decrement: count } } });
}

function budgetsOf({ miniProgramId, campaignId, chargedToId }: Charged) {
  const holders = [
    ...(campaignId === null ? [] : [{ campaignId }]),
    ...(chargedToId === null ? [] : [{ userId: chargedToId }]),
  ];
  return { miniProgramId, OR: holders };
}

async function namesOfAdmins(ctx: TransactionContext): Promise<string> {
  const admins = await ctx.tx.user.findMany({
    where: { role: "admin", disabledAt: null },
    orderBy: { createdAt: "asc" },
    take: ADMINS_NAMED,
    select: { name: true },
  });
  return admins.map(({ name }) => name).join(", ");
}
