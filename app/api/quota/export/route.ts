import { getTranslations } from "next-intl/server";
import { filtersOf, loadLedgerParams } from "@/components/quota/ledger/ledger-params";
import { exportQuotaEntries, QUOTA_EXPORT_COLUMNS } from "@/lib/quota/export-quota-entries";
import type { QuotaExportWords } from "@/lib/quota/export-quota-entries";
import { QuotaEntryKind, QuotaOf } from "@/lib/quota/schema";
import { TableFormat } from "@/lib/core/table-format";
import { defineRoute } from "@/lib/web/define-route";
import { tableResponse } from "@/lib/web/table-response";

/** The ledger of one mini program as a file, `format` csv or xlsx, narrowed like the screen by its address. */
export const GET = defineRoute(async (ctx, request) => {
  const query = new URL(request.url).searchParams;
  const { miniProgramId } = QuotaOf.parse({ miniProgramId: query.get("miniProgramId") });
  const filters = filtersOf(loadLedgerParams(query));
  const format = TableFormat.default("csv").parse(query.get("format") ?? undefined);
  const t = await getTranslations("quota.export");
  const file = await exportQuotaEntries(
    ctx,
    { ...filters, miniProgramId },
    await exportWords(),
    format,
  );
  // A day as in 2026-11-21, in Beijing.
  const day = ctx.now().toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });
  return tableResponse(file, format, t("fileName", { day, format }));
});

async function exportWords(): Promise<QuotaExportWords> {
  const t = await getTranslations("quota");
  return {
    columns: wordsFor(QUOTA_EXPORT_COLUMNS, (column) => t(`export.columns.${column}`)),
    kind: wordsFor(QuotaEntryKind.options, (kind) => t(`kinds.${kind}`)),
  };
}

function wordsFor<Key extends string>(keys: readonly Key[], word: (key: Key) => string) {
  return Object.fromEntries(keys.map((key) => [key, word(key)])) as Record<Key, string>;
}
