import type { ParsedRowsInput } from "@/lib/batches/schema";
import { CampaignFields } from "@/lib/campaigns/fields-schema";
import type { CampaignField } from "@/lib/campaigns/fields-schema";
import type { Context } from "@/lib/core/context";
import { ConflictError, NotFoundError } from "@/lib/core/errors";
import type { AppKind } from "@/lib/db/generated/client";
import { reader } from "@/lib/db/transaction";
import { callsLeftToday } from "@/lib/quota/calls-left-today";

/** What a batch has to know of its mini program and its campaign. */
export interface BatchQuota {
  appKind: AppKind;
  left: number;
  lifetimeLimit: number;
  dailyLimit: number;
  /** Of A, today. */
  callsLeftToday: number;
  lookCounts: boolean;
  approvalThreshold: number | null;
  /** The pace somebody set. */
  callsPerMinute: number;
  /** What the campaign's payloads are made of. */
  fields: CampaignField[];
}

/** Throws NotFoundError, and `conflict` for an archived mini program. */
export async function readQuota(
  ctx: Context,
  { miniProgramId, campaignId }: Pick<ParsedRowsInput, "miniProgramId" | "campaignId">,
): Promise<BatchQuota> {
  const db = reader(ctx);
  const counter = await db.quotaCounter.findUnique({
    where: { miniProgramId },
    include: { miniProgram: { select: { appKind: true, archivedAt: true } } },
  });
  if (!counter) throw new NotFoundError("miniProgram");
  if (counter.miniProgram.archivedAt) {
    throw new ConflictError("miniProgramArchived", {}, "miniProgramId");
  }
  const campaign =
    campaignId === null ? null : await db.campaign.findUnique({ where: { id: campaignId } });
  if (campaignId !== null && (!campaign || campaign.archivedAt)) {
    throw new NotFoundError("campaign");
  }
  const { miniProgram, lifetimeLimit, spent, reserved, ...settings } = counter;
  const { dailyLimit, lookCounts, approvalThreshold, callsPerMinute } = settings;
  return {
    appKind: miniProgram.appKind,
    left: lifetimeLimit - spent - reserved,
    lifetimeLimit,
    dailyLimit,
    callsLeftToday: await callsLeftToday(ctx, counter),
    lookCounts,
    approvalThreshold,
    callsPerMinute,
    fields: CampaignFields.parse(campaign?.payloadFields ?? []),
  };
}
