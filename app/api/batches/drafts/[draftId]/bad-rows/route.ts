import { getTranslations } from "next-intl/server";
import { ExportDraftRowsInput } from "@/lib/batches/draft-schema";
import { exportBadRows } from "@/lib/batches/export-bad-rows";
import { defineRoute } from "@/lib/web/define-route";
import { tableResponse } from "@/lib/web/table-response";

/** The bad rows of a checked sheet with their reasons, `format` csv or xlsx. */
export const GET = defineRoute<{ draftId: string }>(async (ctx, request, { draftId }) => {
  const { format } = ExportDraftRowsInput.parse({
    draftId,
    format: new URL(request.url).searchParams.get("format"),
  });
  const t = await getTranslations("batches.export");
  const errors = await getTranslations("errors");
  const file = await exportBadRows(
    ctx,
    { draftId, format },
    {
      reason: t("whatToMend"),
      problem: ({ reason, values }) =>
        errors.has(reason) ? errors(reason, values) : errors("inputInvalid"),
    },
  );
  return tableResponse(file, format, t("badRowsFileName", { format }));
});
