import { getTranslations } from "next-intl/server";
import { filtersOf, loadCodeListParams } from "@/components/codes/list/code-list-params";
import { exportCodes, EXPORT_COLUMNS } from "@/lib/codes/export-codes";
import type { ExportWords } from "@/lib/codes/export-codes";
import { CodeFilters } from "@/lib/codes/list-schema";
import { EnvVersion, CodeKind, CodeStatus } from "@/lib/codes/schema";
import { TableFormat } from "@/lib/core/table-format";
import { defineRoute } from "@/lib/web/define-route";
import { tableResponse } from "@/lib/web/table-response";

/** The list as a file, `format` csv or xlsx: the filters of its address, and `miniProgramId` for one mini program only. */
export const GET = defineRoute(async (ctx, request) => {
  const query = new URL(request.url).searchParams;
  const { miniProgramId } = CodeFilters.pick({ miniProgramId: true }).parse({
    miniProgramId: query.get("miniProgramId") ?? undefined,
  });
  const filters = { ...filtersOf(loadCodeListParams(query)), miniProgramId };
  const format = TableFormat.default("csv").parse(query.get("format") ?? undefined);
  const t = await getTranslations("codes");
  const file = await exportCodes(ctx, filters, await exportWords(), format);
  // A day as in 2026-11-21, in Beijing.
  const day = ctx.now().toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });
  return tableResponse(file, format, t("export.fileName", { day, format }));
});

async function exportWords(): Promise<ExportWords> {
  const t = await getTranslations("codes");
  return {
    columns: wordsFor(EXPORT_COLUMNS, (column) => t(`export.columns.${column}`)),
    kind: wordsFor(CodeKind.options, (kind) => t(`kindShort.${kind}`)),
    status: wordsFor(CodeStatus.options, (status) => t(`status.${status}`)),
    envVersion: wordsFor(EnvVersion.options, (version) => t(`env.${version}`)),
  };
}

function wordsFor<Key extends string>(keys: readonly Key[], word: (key: Key) => string) {
  return Object.fromEntries(keys.map((key) => [key, word(key)])) as Record<Key, string>;
}
