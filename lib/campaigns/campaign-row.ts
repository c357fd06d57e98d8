import { CampaignFields } from "@/lib/campaigns/fields-schema";
import type { CampaignRow } from "@/lib/campaigns/schema";
import type { Prisma } from "@/lib/db/generated/client";

/** What `campaignRow` needs beside the row itself. */
export const WITH_COUNT = { _count: { select: { codes: true } } } as const;

/** A campaign as it is shown. */
export function campaignRow(
  campaign: Prisma.CampaignGetPayload<{ include: typeof WITH_COUNT }>,
): CampaignRow {
  const { id, name, createdAt, payloadFields, channelField, _count } = campaign;
  const fields = CampaignFields.parse(payloadFields);
  return { id, name, createdAt, codeCount: _count.codes, fields, channelField };
}
