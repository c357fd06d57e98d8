import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { CreateCampaignInput } from "@/lib/campaigns/schema";
import type { Context } from "@/lib/core/context";
import { translateConstraint } from "@/lib/db/constraint-errors";
import { withTransaction } from "@/lib/db/transaction";

/** Makes a campaign; its name is unique. */
export async function createCampaign(
  ctx: Context,
  input: CreateCampaignInput,
): Promise<{ id: string }> {
  authorize(ctx, "campaigns:write");
  const { name } = CreateCampaignInput.parse(input);
  return translateConstraint({ campaigns_name_key: "campaignTaken" }, () =>
    withTransaction(ctx, async (tctx) => {
      const campaign = await tctx.tx.campaign.create({
        data: { name, createdById: ctx.actor.id, createdAt: ctx.now() },
      });
      await appendEntry(tctx, {
        action: "campaign.created",
        target: { kind: "campaign", id: campaign.id, label: name },
        details: {},
      });
      return { id: campaign.id };
    }),
  );
}
