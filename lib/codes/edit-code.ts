import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { fieldChanges } from "@/lib/audit/field-changes";
import { getCode } from "@/lib/codes/get-code";
import { EditCodeInput } from "@/lib/codes/schema";
import type { CodeDetail } from "@/lib/codes/schema";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";

/** Changes what we call a code (label, tags, campaign); what was minted never changes. */
export async function editCode(ctx: Context, input: EditCodeInput): Promise<CodeDetail> {
  authorize(ctx, "codes:mint");
  const { codeId, ...fields } = EditCodeInput.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const before = await tctx.tx.code.findUnique({
      where: { id: codeId },
      include: { campaign: true },
    });
    if (!before) throw new NotFoundError("code");
    const campaign =
      fields.campaignId === null
        ? null
        : await tctx.tx.campaign.findUnique({ where: { id: fields.campaignId } });
    if (fields.campaignId !== null && !campaign) throw new NotFoundError("campaign");
    const changes = fieldChanges(
      { label: before.label, tags: before.tags, campaign: before.campaign?.name ?? null },
      { label: fields.label, tags: fields.tags, campaign: campaign?.name ?? null },
    );
    if (Object.keys(changes).length === 0) return;
    await tctx.tx.code.update({ where: { id: codeId }, data: fields });
    await appendEntry(tctx, {
      action: "code.edited",
      target: { kind: "code", id: codeId, label: fields.label },
      changes,
      details: {},
    });
  });
  return getCode(ctx, { codeId });
}
