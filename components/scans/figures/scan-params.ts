import {
  createLoader,
  createSerializer,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import type { TableFormat } from "@/lib/core/table-format";
import { NeverScannedFilters, ScanSpan } from "@/lib/scans/schema";

export const SCAN_PERIODS = ["7", "30", "90"] as const;
export const NEVER_SCANNED_DAYS = 30;

/** What of the figures stands in the address: it can be bookmarked, shared and gone back to. */
export const SCAN_PARAMS = {
  period: parseAsStringLiteral(SCAN_PERIODS).withDefault("30"),
  from: parseAsString,
  to: parseAsString,
  campaign: parseAsString,
  scene: parseAsString,
  /** Of the codes nobody scanned: minted longer ago than so many days. */
  unscanned: parseAsInteger.withDefault(NEVER_SCANNED_DAYS),
  cursor: parseAsString,
};

export const loadScanParams = createLoader(SCAN_PARAMS);
export type ScanParams = Awaited<ReturnType<typeof loadScanParams>>;

const serialize = createSerializer(SCAN_PARAMS);

/** What it is narrowed to; what was mistyped is left out rather than refused. */
export function narrowingOf({ campaign, scene }: Pick<ScanParams, "campaign" | "scene">) {
  const { campaignId, sceneId } = ScanSpan.shape;
  return {
    campaignId: campaignId.safeParse(campaign ?? undefined).data,
    sceneId: sceneId.safeParse(scene ?? undefined).data,
  };
}

export function unscannedDaysOf({ unscanned }: Pick<ScanParams, "unscanned">): number {
  return NeverScannedFilters.shape.days.safeParse(unscanned).data ?? NEVER_SCANNED_DAYS;
}

/** Where the file of the same figures, or of the same codes, is. */
export function exportAddress(
  what: "days" | "never",
  miniProgramId: string,
  params: ScanParams,
  format: TableFormat,
): string {
  const base = `/api/scans/export/${what}?miniProgramId=${miniProgramId}&format=${format}`;
  return serialize(base, { ...params, cursor: null });
}
