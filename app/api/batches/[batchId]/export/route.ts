import { getLocale, getTranslations } from "next-intl/server";
import { BATCH_EXPORT_COLUMNS, exportBatchRows } from "@/lib/batches/export-batch-rows";
import type { BatchExportWords } from "@/lib/batches/export-batch-rows";
import { getBatch } from "@/lib/batches/get-batch";
import { ExportBatchRowsInput } from "@/lib/batches/schema";
import { CodeStatus } from "@/lib/codes/schema";
import { defineRoute } from "@/lib/web/define-route";
import { tableResponse } from "@/lib/web/table-response";

/** One of the three result files of a batch: `part` is done, skipped or failed, `format` csv or xlsx. */
export const GET = defineRoute<{ batchId: string }>(async (ctx, request, { batchId }) => {
  const query = new URL(request.url).searchParams;
  const input = ExportBatchRowsInput.parse({
    batchId,
    part: query.get("part"),
    format: query.get("format") ?? undefined,
  });
  const t = await getTranslations("batches.export");
  const { name } = await getBatch(ctx, { batchId });
  const file = await exportBatchRows(ctx, input, await exportWords());
  const partName = t(`parts.${input.part}`);
  const { format } = input;
  return tableResponse(file, format, t("fileName", { name, part: partName, format }));
});

async function exportWords(): Promise<BatchExportWords> {
  const t = await getTranslations("batches.export");
  const status = await getTranslations("codes.status");
  const errors = await getTranslations("errors");
  return {
    language: (await getLocale()).startsWith("zh") ? "zh" : "en",
    columns: wordsFor(BATCH_EXPORT_COLUMNS, (column) => t(`columns.${column}`)),
    status: {
      ...wordsFor(CodeStatus.options, (known) => status(known)),
      skipped: t("skipped"),
    },
    quotaUsed: { no: t("quotaNo"), unknown: t("quotaUnknown") },
    problem: ({ reason, values }) =>
      errors.has(reason) ? errors(reason, values) : errors("inputInvalid"),
    repeat: (ofRow) => (ofRow === null ? t("repeatCode") : t("repeatRow", { row: ofRow })),
  };
}

function wordsFor<Key extends string>(keys: readonly Key[], word: (key: Key) => string) {
  return Object.fromEntries(keys.map((key) => [key, word(key)])) as Record<Key, string>;
}
