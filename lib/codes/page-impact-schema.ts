import { z } from "zod";

/** More pages than that a search has to narrow. */
export const PAGES_MAX_COUNT = 200;

export const ListPageImpactInput = z.object({
  miniProgramId: z.uuid(),
  /** Any part of a page. */
  search: z
    .string()
    .trim()
    .max(256)
    .refine((text) => !text.includes("\0"))
    .default(""),
});
export type ListPageImpactInput = z.input<typeof ListPageImpactInput>;

/** What would break without a page. */
export interface PageImpact {
  /** Empty: the home page. */
  page: string;
  /** Living B codes with this page in their picture, which cannot be changed. */
  pictureCount: number;
  /** Living A and C codes whose path opens it, which cannot be changed either. */
  pathCount: number;
  /** Scenes a scan leads on to it now; a retired one by its fallback. */
  sceneCount: number;
  /** Scenes a planned change will lead to it. */
  plannedCount: number;
  /** Names of the campaigns of all these codes, at most three. */
  campaigns: string[];
  campaignCount: number;
  /** Of the B codes, in 30 days; null: none of them is a B code, and A and C are not counted. */
  scanCount: number | null;
  lastScanAt: Date | null;
}

export interface PageImpactList {
  /** Those with the most codes first. */
  pages: PageImpact[];
  /** There are more than are shown. */
  hasMore: boolean;
}
