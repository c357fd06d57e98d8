import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { beijingIso } from "@/lib/quota/beijing-day";
import { tableFile } from "@/lib/core/table-file";
import type { TableFormat } from "@/lib/core/table-format";
import type { TableSource } from "@/lib/core/table-source";
import { listQuotaEntries } from "@/lib/quota/list-quota-entries";
import { QuotaEntryFilters } from "@/lib/quota/schema";
import type { QuotaEntryKind, QuotaEntryRow } from "@/lib/quota/schema";

export const QUOTA_EXPORT_COLUMNS = [
  "seq",
  "at",
  "kind",
  "amount",
  "spentAfter",
  "reservedAfter",
  "leftAfter",
  "limitAfter",
  "reason",
  "actor",
  "code",
  "codeAddress",
  "batch",
  "campaign",
  "chargedTo",
] as const;
export type QuotaExportColumn = (typeof QUOTA_EXPORT_COLUMNS)[number];

/** The words of the file, in the language of the person who asks for it. */
export interface QuotaExportWords {
  columns: Record<QuotaExportColumn, string>;
  kind: Record<QuotaEntryKind, string>;
}

const PAGE_ROWS = 500;

/**
 * All lines of the ledger that meet the filters as a file, newest first, read as the reader asks for it.
 */
export async function exportQuotaEntries(
  ctx: Context,
  input: QuotaEntryFilters,
  words: QuotaExportWords,
  format: TableFormat,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  authorize(ctx, "quota:read");
  const filters = QuotaEntryFilters.parse(input);
  const { publicUrl } = ctx.runtime.env;
  const source: TableSource<QuotaEntryRow> = {
    header: QUOTA_EXPORT_COLUMNS.map((column) => words.columns[column]),
    readPage: (cursor) => listQuotaEntries(ctx, { ...filters, cursor, limit: PAGE_ROWS }),
    toCells: (entry) => cellsOf(entry, words, publicUrl),
  };
  return tableFile(source, format);
}

function cellsOf(entry: QuotaEntryRow, words: QuotaExportWords, publicUrl: string) {
  const cells: Record<QuotaExportColumn, string | number> = {
    seq: entry.seq,
    at: beijingIso(entry.at),
    kind: words.kind[entry.kind],
    amount: entry.amount,
    spentAfter: entry.spentAfter,
    reservedAfter: entry.reservedAfter,
    leftAfter: entry.leftAfter,
    limitAfter: entry.limitAfter,
    reason: entry.reason,
    actor: entry.actorName,
    code: entry.codeLabel ?? "",
    codeAddress: entry.codeId ? `${publicUrl}/codes/${entry.codeId}` : "",
    batch: entry.batchId ?? "",
    campaign: entry.campaignName ?? "",
    chargedTo: entry.chargedToName ?? "",
  };
  return QUOTA_EXPORT_COLUMNS.map((column) => cells[column]);
}
