import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";
import { QuotaOf } from "@/lib/quota/schema";
import type { BudgetRow } from "@/lib/quota/schema";

const MOST = 500;

/** The shares of one mini program's limited codes, campaigns first, the newest on top; at most 500. */
export async function listBudgets(ctx: Context, input: QuotaOf): Promise<BudgetRow[]> {
  authorize(ctx, "quota:read");
  const { miniProgramId } = QuotaOf.parse(input);
  const budgets = await reader(ctx).quotaBudget.findMany({
    where: { miniProgramId },
    include: { campaign: { select: { name: true } }, user: { select: { name: true } } },
    orderBy: [{ campaignId: { sort: "desc", nulls: "last" } }, { id: "desc" }],
    take: MOST,
  });
  return budgets.map(({ id, campaignId, userId, campaign, user, share, used }) => ({
    id,
    holder: campaignId
      ? { kind: "campaign", id: campaignId, name: campaign?.name ?? "" }
      : { kind: "person", id: userId ?? "", name: user?.name ?? "" },
    share,
    used,
    left: share - used,
  }));
}
