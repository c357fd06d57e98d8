import { getTranslations } from "next-intl/server";
import { loadScanParams, unscannedDaysOf } from "@/components/scans/figures/scan-params";
import { TableFormat } from "@/lib/core/table-format";
import { beijingDay } from "@/lib/quota/beijing-day";
import { exportNeverScanned, NEVER_SCANNED_COLUMNS } from "@/lib/scans/export-never-scanned";
import type { NeverScannedWords } from "@/lib/scans/export-never-scanned";
import { NeverScannedFilters } from "@/lib/scans/schema";
import { defineRoute } from "@/lib/web/define-route";
import { tableResponse } from "@/lib/web/table-response";

/** The codes nobody scanned as a file, `format` csv or xlsx. */
export const GET = defineRoute(async (ctx, request) => {
  const query = new URL(request.url).searchParams;
  const filters = NeverScannedFilters.parse({
    miniProgramId: query.get("miniProgramId"),
    days: unscannedDaysOf(loadScanParams(query)),
  });
  const format = TableFormat.default("csv").parse(query.get("format") ?? undefined);
  const t = await getTranslations("scans.export");
  const words = Object.fromEntries(
    NEVER_SCANNED_COLUMNS.map((column) => [column, t(`neverColumns.${column}`)]),
  ) as NeverScannedWords;
  const file = await exportNeverScanned(ctx, filters, words, format);
  const day = beijingDay(ctx.now());
  return tableResponse(file, format, t("neverFile", { day, format }));
});
