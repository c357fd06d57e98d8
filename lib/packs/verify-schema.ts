import { z } from "zod";
import type { PackForm, PackStatus } from "@/lib/packs/schema";

export const FindPackByHashInput = z.strictObject({
  /** Of the manifest of a ZIP, of any other pack the file's own. */
  sha256: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[0-9a-f]{64}$/, "packHashInvalid"),
});
export type FindPackByHashInput = z.input<typeof FindPackByHashInput>;

/** The pack that bears a hash. */
export interface FoundPack {
  id: string;
  name: string;
  form: PackForm;
  status: PackStatus;
  createdBy: string;
  createdAt: Date;
}
