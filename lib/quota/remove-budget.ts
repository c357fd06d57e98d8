import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { lockCounter } from "@/lib/quota/lock-counter";
import { RemoveBudgetInput } from "@/lib/quota/schema";

/** Takes a share away: its holder is held back by the limit only. */
export async function removeBudget(ctx: Context, input: RemoveBudgetInput): Promise<void> {
  authorize(ctx, "quota:write");
  const { budgetId: id } = RemoveBudgetInput.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const found = await tctx.tx.quotaBudget.findUnique({ where: { id } });
    if (!found) throw new NotFoundError("budget");
    const { miniProgramId } = found;
    const { miniProgramName } = await lockCounter(tctx, miniProgramId);
    const budget = await tctx.tx.quotaBudget.findUnique({
      where: { id },
      include: { campaign: { select: { name: true } }, user: { select: { name: true } } },
    });
    if (!budget) throw new NotFoundError("budget");
    await tctx.tx.quotaBudget.delete({ where: { id } });
    await appendEntry(tctx, {
      action: "quota.budget_removed",
      target: { kind: "mini_program", id: miniProgramId, label: miniProgramName },
      changes: { share: { from: budget.share, to: null } },
      details: {
        holder: budget.campaign?.name ?? budget.user?.name ?? "",
        holderKind: budget.campaign ? "campaign" : "person",
      },
      scope: { miniProgramId, campaignId: budget.campaignId },
    });
  });
}
