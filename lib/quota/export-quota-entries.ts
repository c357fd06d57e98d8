import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { beijingIso } from "@/lib/quota/beijing-day";
import { csvRow } from "@/lib/core/csv-row";
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
// Without it Excel reads the file in the code page of the computer.
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * All lines of the ledger that meet the filters as a CSV file, newest first. The next page is read only when the
 * reader asks for it; a reader that goes away ends the work.
 */
export async function exportQuotaEntries(
  ctx: Context,
  input: QuotaEntryFilters,
  words: QuotaExportWords,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  authorize(ctx, "quota:read");
  const chunks = csvChunks(ctx, QuotaEntryFilters.parse(input), words);
  const encoder = new TextEncoder();
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await chunks.return();
      },
    },
    { highWaterMark: 0 },
  );
}

async function* csvChunks(
  ctx: Context,
  filters: QuotaEntryFilters,
  words: QuotaExportWords,
): AsyncGenerator<string, void, void> {
  yield BYTE_ORDER_MARK + csvRow(QUOTA_EXPORT_COLUMNS.map((column) => words.columns[column]));
  let cursor: string | undefined;
  do {
    const { rows, next } = await listQuotaEntries(ctx, { ...filters, cursor, limit: PAGE_ROWS });
    cursor = next ?? undefined;
    if (rows.length > 0) {
      yield rows.map((row) => csvRow(cellsOf(row, words, ctx.runtime.env.publicUrl))).join("");
    }
  } while (cursor !== undefined);
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
