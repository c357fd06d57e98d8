import { getLocale, getTranslations } from "next-intl/server";
import { authorize } from "@/lib/access/authorize";
import { TableFormat } from "@/lib/core/table-format";
import { sampleRows } from "@/lib/sheets/sample-rows";
import { defineRoute } from "@/lib/web/define-route";
import { tableResponse } from "@/lib/web/table-response";

/** A file of example rows to start from, `format` csv or xlsx, in the person's language. */
export const GET = defineRoute(async (ctx, request) => {
  authorize(ctx, "codes:mint");
  const query = new URL(request.url).searchParams;
  const format = TableFormat.default("csv").parse(query.get("format") ?? undefined);
  const language = (await getLocale()).startsWith("zh") ? "zh" : "en";
  const t = await getTranslations("batches.export");
  return tableResponse(sampleRows(language, format), format, t("sampleFileName", { format }));
});
