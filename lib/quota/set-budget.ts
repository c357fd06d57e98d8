import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { InvalidInputError, NotFoundError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import type { TransactionContext } from "@/lib/db/transaction";
import { lockCounter } from "@/lib/quota/lock-counter";
import { SetBudgetInput } from "@/lib/quota/schema";
import type { BudgetHolder } from "@/lib/quota/schema";

/**
 * Gives a campaign or a person a share of a mini program's limited codes, or changes it. What they have used so
 * far comes out of the ledger. Throws InvalidInputError when that is more than the share.
 */
export async function setBudget(ctx: Context, input: SetBudgetInput): Promise<{ id: string }> {
  authorize(ctx, "quota:write");
  const { miniProgramId, holder, share } = SetBudgetInput.parse(input);
  return withTransaction(ctx, async (tctx) => {
    const counter = await lockCounter(tctx, miniProgramId);
    const name = await nameOf(tctx, holder);
    const owner = ownerOf(holder);
    const existing = await tctx.tx.quotaBudget.findFirst({ where: { miniProgramId, ...owner } });
    const used = await usedSoFar(tctx, miniProgramId, holder);
    if (share < used) throw new InvalidInputError("budgetBelowUsed", "share", { used });
    const { id } = existing
      ? await tctx.tx.quotaBudget.update({ where: { id: existing.id }, data: { share, used } })
      : await tctx.tx.quotaBudget.create({
          data: { miniProgramId, ...owner, share, used, createdAt: ctx.now() },
        });
    if (existing?.share === share) return { id };
    await appendEntry(tctx, {
      action: "quota.budget_set",
      target: { kind: "mini_program", id: miniProgramId, label: counter.miniProgramName },
      changes: { share: { from: existing?.share ?? null, to: share } },
      details: { holder: name, holderKind: holder.kind },
      scope: { miniProgramId, campaignId: holder.kind === "campaign" ? holder.id : null },
    });
    return { id };
  });
}

function ownerOf({ kind, id }: BudgetHolder) {
  return kind === "campaign" ? { campaignId: id } : { userId: id };
}

/** Throws NotFoundError for who cannot have a share: unknown, archived or disabled. */
async function nameOf(ctx: TransactionContext, { kind, id }: BudgetHolder): Promise<string> {
  if (kind === "campaign") {
    const campaign = await ctx.tx.campaign.findUnique({ where: { id } });
    if (!campaign || campaign.archivedAt) throw new NotFoundError("campaign");
    return campaign.name;
  }
  const user = await ctx.tx.user.findUnique({ where: { id } });
  if (!user || user.disabledAt) throw new NotFoundError("user");
  return user.name;
}

async function usedSoFar(
  ctx: TransactionContext,
  miniProgramId: string,
  { kind, id }: BudgetHolder,
): Promise<number> {
  const campaignId = kind === "campaign" ? id : null;
  const chargedToId = kind === "person" ? id : null;
  const [sum] = await ctx.tx.$queryRaw<{ used: number }[]>`
    SELECT coalesce(sum(CASE kind WHEN 'reserve' THEN amount ELSE -amount END), 0)::int AS used
    FROM quota_entries
    WHERE mini_program_id = ${miniProgramId}::uuid AND kind IN ('reserve', 'release')
      AND (campaign_id = ${campaignId}::uuid OR charged_to_id = ${chargedToId}::uuid)`;
  return sum?.used ?? 0;
}
