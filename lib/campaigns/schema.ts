import { z } from "zod";

export const CreateCampaignInput = z.object({
  name: z.string().trim().min(1, { error: "nameMissing" }).max(60, { error: "nameLong" }),
});
export type CreateCampaignInput = z.input<typeof CreateCampaignInput>;

export interface CampaignRow {
  id: string;
  name: string;
  createdAt: Date;
  codeCount: number;
}
