import { getTranslations } from "next-intl/server";
import { EXPORT_FORMATS, filtersOf, loadAuditParams } from "@/components/audit/audit-params";
import { exportEntries } from "@/lib/audit/export-entries";
import { exportForChecking } from "@/lib/audit/export-for-checking";
import { beijingDay } from "@/lib/quota/beijing-day";
import { defineRoute } from "@/lib/web/define-route";
import { tableResponse } from "@/lib/web/table-response";

/** The log as a file, narrowed like the screen by its address; `format` csv, xlsx or checking. */
export const GET = defineRoute(async (ctx, request) => {
  const query = new URL(request.url).searchParams;
  const filters = filtersOf(loadAuditParams(query));
  const format = EXPORT_FORMATS.find((name) => name === query.get("format")) ?? "csv";
  const words = await getTranslations();
  const day = beijingDay(ctx.now());
  if (format === "checking") {
    const file = await exportForChecking(ctx, filters);
    return tableResponse(file, "csv", words("audit.export.checkingFileName", { day }));
  }
  const file = await exportEntries(ctx, filters, words, format);
  return tableResponse(file, format, words("audit.export.fileName", { day, format }));
});
