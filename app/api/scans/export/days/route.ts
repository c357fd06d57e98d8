import { getTranslations } from "next-intl/server";
import { loadScanParams, narrowingOf } from "@/components/scans/figures/scan-params";
import { TableFormat } from "@/lib/core/table-format";
import { beijingDay } from "@/lib/quota/beijing-day";
import { exportScanDays, SCAN_DAY_COLUMNS } from "@/lib/scans/export-scan-days";
import type { ScanDayWords } from "@/lib/scans/export-scan-days";
import { NeverScannedFilters } from "@/lib/scans/schema";
import { spanOfPeriod } from "@/lib/scans/span-of-period";
import { defineRoute } from "@/lib/web/define-route";
import { tableResponse } from "@/lib/web/table-response";

/** The scans of each scene and day as a file, `format` csv or xlsx, narrowed like the screen by its address. */
export const GET = defineRoute(async (ctx, request) => {
  const query = new URL(request.url).searchParams;
  const of = NeverScannedFilters.pick({ miniProgramId: true });
  const { miniProgramId } = of.parse({ miniProgramId: query.get("miniProgramId") });
  const format = TableFormat.default("csv").parse(query.get("format") ?? undefined);
  const params = loadScanParams(query);
  const today = beijingDay(ctx.now());
  const span = { miniProgramId, ...spanOfPeriod(params, today), ...narrowingOf(params) };
  const t = await getTranslations("scans.export");
  const words = Object.fromEntries(
    SCAN_DAY_COLUMNS.map((column) => [column, t(`dayColumns.${column}`)]),
  ) as ScanDayWords;
  const file = await exportScanDays(ctx, span, words, format);
  return tableResponse(file, format, t("daysFile", { from: span.from, to: span.to, format }));
});
