import { z } from "zod";
import { CodeKind, CodeStatus, EnvVersion } from "@/lib/codes/schema";

/** A day in Beijing, as in 2026-11-21. */
const BeijingDay = z.iso.date().refine((day) => day >= "1970-01-02" && day < "3000-01-01");

/** What the codes list can be narrowed by. Trial and develop codes are only shown to who asks for them. */
export const CodeFilters = z.object({
  miniProgramId: z.uuid().optional(),
  campaignId: z.union([z.uuid(), z.literal("none")]).optional(),
  kind: CodeKind.optional(),
  status: CodeStatus.optional(),
  envVersion: z.enum([...EnvVersion.options, "any"]).default("release"),
  tag: z.string().min(1).max(64).refine(isStorable).optional(),
  createdById: z.uuid().optional(),
  /** First and last day, both included. */
  from: BeijingDay.optional(),
  to: BeijingDay.optional(),
  search: z.string().trim().max(64).refine(isStorable).optional(),
});
export type CodeFilters = z.input<typeof CodeFilters>;

export const ListCodesInput = CodeFilters.extend({
  cursor: z.string().max(500).optional(),
  limit: z.int().min(1).max(200).default(48),
});
export type ListCodesInput = z.input<typeof ListCodesInput>;

/** PostgreSQL keeps neither NUL nor half a character. */
function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}
