import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { fieldChanges } from "@/lib/audit/field-changes";
import { SetCampaignFieldsInput } from "@/lib/campaigns/fields-schema";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";

/**
 * Says what a campaign's payloads are made of, and which field is the channel. What was minted before keeps
 * its payload; it is checked when it is changed. Throws NotFoundError for a campaign that is archived or gone.
 */
export async function setCampaignFields(
  ctx: Context,
  input: SetCampaignFieldsInput,
): Promise<{ fieldCount: number }> {
  authorize(ctx, "campaigns:write");
  const { campaignId, fields, channelField } = SetCampaignFieldsInput.parse(input);
  return withTransaction(ctx, async (tctx) => {
    await tctx.tx.$queryRaw`SELECT FROM campaigns WHERE id = ${campaignId}::uuid FOR UPDATE`;
    const campaign = await tctx.tx.campaign.findUnique({ where: { id: campaignId } });
    if (!campaign || campaign.archivedAt) throw new NotFoundError("campaign");
    const { name, payloadFields } = campaign;
    const before = { payloadFields, channelField: campaign.channelField };
    await tctx.tx.campaign.update({
      where: { id: campaignId },
      data: { payloadFields: fields, channelField },
    });
    await appendEntry(tctx, {
      action: "campaign.fields_set",
      target: { kind: "campaign", id: campaignId, label: name },
      changes: fieldChanges(before, { payloadFields: fields, channelField }),
      details: { fieldCount: fields.length },
    });
    return { fieldCount: fields.length };
  });
}
