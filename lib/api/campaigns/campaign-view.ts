import { z } from "zod";
import { Id, Moment } from "@/lib/api/schema";
import { CampaignField } from "@/lib/campaigns/fields-schema";
import type { CampaignRow } from "@/lib/campaigns/schema";

/** A campaign as programs see it. */
export const Campaign = z
  .object({
    id: Id,
    name: z.string(),
    createdAt: Moment,
    codeCount: z.int().min(0),
    fields: z.array(CampaignField).describe("What payloads are made of; empty: anything."),
    channelField: z.string().nullable().describe("Key of the field scans are counted by."),
  })
  .meta({ id: "Campaign" });

export function campaignView(campaign: CampaignRow): z.input<typeof Campaign> {
  const { id, name, createdAt, codeCount, fields, channelField } = campaign;
  return { id, name, createdAt: createdAt.toISOString(), codeCount, fields, channelField };
}
