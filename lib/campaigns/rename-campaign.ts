import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { fieldChanges } from "@/lib/audit/field-changes";
import { RenameCampaignInput } from "@/lib/campaigns/schema";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { translateConstraint } from "@/lib/db/constraint-errors";
import { withTransaction } from "@/lib/db/transaction";

/**
 * Gives a campaign another name; the log keeps the old one where it was said. Throws NotFoundError for one that is
 * archived or gone, and `conflict` (campaignTaken).
 */
export async function renameCampaign(ctx: Context, input: RenameCampaignInput): Promise<void> {
  authorize(ctx, "campaigns:write");
  const { campaignId, name } = RenameCampaignInput.parse(input);
  await translateConstraint({ campaigns_name_key: "campaignTaken" }, () =>
    withTransaction(ctx, async (tctx) => {
      await tctx.tx.$queryRaw`SELECT FROM campaigns WHERE id = ${campaignId}::uuid FOR UPDATE`;
      const campaign = await tctx.tx.campaign.findUnique({ where: { id: campaignId } });
      if (!campaign || campaign.archivedAt) throw new NotFoundError("campaign");
      if (campaign.name === name) return;
      await tctx.tx.campaign.update({ where: { id: campaignId }, data: { name } });
      await appendEntry(tctx, {
        action: "campaign.renamed",
        target: { kind: "campaign", id: campaignId, label: name },
        changes: fieldChanges({ name: campaign.name }, { name }),
        details: {},
      });
    }),
  );
}
