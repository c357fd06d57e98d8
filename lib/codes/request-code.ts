import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { appendEntry } from "@/lib/audit/append-entry";
import { CampaignFields } from "@/lib/campaigns/fields-schema";
import { requireFitting } from "@/lib/campaigns/require-fitting";
import { attendCode } from "@/lib/codes/attend-code";
import { codeIdentity, codeParameters } from "@/lib/codes/code-parameters";
import { costOfCode } from "@/lib/codes/cost-of-code";
import { requestQuota } from "@/lib/codes/request-quota";
import { requirePath } from "@/lib/codes/require-path";
import type { MintCodeInput } from "@/lib/codes/schema";
import type { Context } from "@/lib/core/context";
import { ConflictError, NotFoundError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import type { TransactionContext } from "@/lib/db/transaction";
import { claimScene } from "@/lib/scenes/claim-scene";

type ParsedInput = z.output<typeof MintCodeInput>;

/**
 * Writes down that a code is wanted: scene, code `queued`, reservation and log entry in one
 * transaction. Nothing is sent yet. Returns the new code's id.
 */
export async function requestCode(
  ctx: Context,
  input: ParsedInput,
  scene: string | null,
): Promise<string> {
  const parameters = codeParameters(input, scene);
  return withTransaction(ctx, async (tctx) => {
    await requireUsable(tctx, input, parameters.target);
    if (input.kind === "WXACODE_UNLIMITED" && scene !== null) {
      const payload = input.carries.as === "payload" ? input.carries.payload : null;
      const { miniProgramId, page } = input;
      await claimScene(tctx, { miniProgramId, value: scene, page, payload });
    }
    const id = uuidv7();
    const reason = input.kind === "WXACODE_UNLIMITED" ? "" : input.reason;
    const { miniProgramId, campaignId, label } = input;
    const quotaCost = await costOfCode(tctx, miniProgramId, parameters);
    await tctx.tx.code.create({
      data: {
        ...parameters,
        id,
        identity: codeIdentity(parameters),
        miniProgramId,
        campaignId,
        label,
        quotaCost,
        tags: input.tags,
        reason,
        requestKey: input.requestKey,
        createdById: ctx.actor.id,
        createdBy: ctx.actor.name,
        createdAt: ctx.now(),
      },
    });
    await requestQuota(tctx, { id, miniProgramId, campaignId, label, reason, quotaCost });
    await attendCode(tctx, id);
    await appendEntry(tctx, {
      action: "code.requested",
      target: { kind: "code", id, label },
      details: {
        kind: input.kind,
        target: parameters.target,
        scene,
        envVersion: parameters.envVersion,
        reason,
      },
    });
    return id;
  });
}

async function requireUsable(
  ctx: TransactionContext,
  input: ParsedInput,
  target: string,
): Promise<void> {
  const miniProgram = await ctx.tx.miniProgram.findUnique({ where: { id: input.miniProgramId } });
  if (!miniProgram) throw new NotFoundError("miniProgram");
  if (miniProgram.archivedAt) throw new ConflictError("miniProgramArchived", {}, "miniProgramId");
  requirePath(miniProgram.appKind, target);
  if (input.campaignId === null) return;
  const campaign = await ctx.tx.campaign.findUnique({ where: { id: input.campaignId } });
  if (!campaign || campaign.archivedAt) throw new NotFoundError("campaign");
  if (input.kind !== "WXACODE_UNLIMITED" || input.carries.as !== "payload") return;
  const fields = CampaignFields.parse(campaign.payloadFields);
  requireFitting(fields, input.carries.payload, "carries.payload");
}
