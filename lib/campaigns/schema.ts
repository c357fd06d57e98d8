import { z } from "zod";
import type { CampaignField } from "@/lib/campaigns/fields-schema";

export const CreateCampaignInput = z.object({
  name: z.string().trim().min(1, { error: "nameMissing" }).max(60, { error: "nameLong" }),
});
export type CreateCampaignInput = z.input<typeof CreateCampaignInput>;

export const CampaignOf = z.object({ campaignId: z.uuid() });
export type CampaignOf = z.input<typeof CampaignOf>;

export const RenameCampaignInput = CampaignOf.extend(CreateCampaignInput.shape);
export type RenameCampaignInput = z.input<typeof RenameCampaignInput>;

export interface CampaignRow {
  id: string;
  name: string;
  createdAt: Date;
  codeCount: number;
  /** What its payloads are made of; none: anything. */
  fields: CampaignField[];
  channelField: string | null;
}
