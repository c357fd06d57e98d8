import { authorize } from "@/lib/access/authorize";
import { beijingMinute } from "@/lib/audit/beijing-time";
import type { EntryWords } from "@/lib/audit/entry-act";
import { entrySentence } from "@/lib/audit/entry-sentence";
import { entryWho } from "@/lib/audit/entry-who";
import { isFieldName } from "@/lib/audit/field-names";
import { findNewestCheckpoint } from "@/lib/audit/find-newest-checkpoint";
import { listEntries } from "@/lib/audit/list-entries";
import { recordExport } from "@/lib/audit/record-export";
import { recordedValue } from "@/lib/audit/recorded-value";
import { AuditFilters } from "@/lib/audit/schema";
import type { AuditEntryRow } from "@/lib/audit/schema";
import type { Context } from "@/lib/core/context";
import { encodeCursor } from "@/lib/core/cursor";
import { tableFile } from "@/lib/core/table-file";
import type { TableFormat } from "@/lib/core/table-format";
import type { TableSource } from "@/lib/core/table-source";

export const AUDIT_EXPORT_COLUMNS = [
  "seq",
  "at",
  "person",
  "act",
  "sentence",
  "object",
  "changes",
  "address",
  "requestId",
  "link",
  "hash",
] as const;
export type AuditExportColumn = (typeof AUDIT_EXPORT_COLUMNS)[number];

const PAGE_ROWS = 200;
/** The last line stands under the sentences. */
const BEFORE_SENTENCE = AUDIT_EXPORT_COLUMNS.slice(0, AUDIT_EXPORT_COLUMNS.indexOf("sentence")).map(
  () => "",
);

/** A line of the file: an entry, or the last line, which says what the newest checkpoint is. */
type Line = AuditEntryRow | { lastLine: string };

/**
 * All entries that meet the filters as a file for people, newest first, read as the reader asks for it; that it was
 * made stands in the log before its first byte is sent.
 */
export async function exportEntries(
  ctx: Context,
  input: AuditFilters,
  words: EntryWords,
  format: TableFormat,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  authorize(ctx, "audit:read");
  const filters = AuditFilters.parse(input);
  const { high } = await recordExport(ctx, filters, format);
  const { publicUrl } = ctx.runtime.env;
  // What is appended while the file is read, its own entry first of all, is not in it.
  const start = encodeCursor([(high + 1n).toString()]);
  const source: TableSource<Line> = {
    header: AUDIT_EXPORT_COLUMNS.map((column) => words(`audit.export.columns.${column}`)),
    async readPage(cursor = start) {
      const { rows, next } = await listEntries(ctx, { ...filters, cursor, limit: PAGE_ROWS });
      return next ? { rows, next } : { rows: [...rows, await lastLine(ctx, words)], next };
    },
    toCells: (line) =>
      "lastLine" in line
        ? [...BEFORE_SENTENCE, line.lastLine]
        : cellsOf(line, words, `${publicUrl}/audit?entry=`),
  };
  return tableFile(source, format);
}

async function lastLine(ctx: Context, words: EntryWords): Promise<Line> {
  const newest = await findNewestCheckpoint(ctx);
  if (!newest) return { lastLine: words("audit.export.noCheckpoint") };
  const { seq, headHash, at, keyId, signature } = newest;
  const values = { seq, hash: headHash, at, key: keyId, signature };
  return { lastLine: words("audit.export.checkpoint", values) };
}

function cellsOf(entry: AuditEntryRow, words: EntryWords, address: string): (string | number)[] {
  const cells: Record<AuditExportColumn, string | number> = {
    seq: Number(entry.seq),
    at: beijingMinute(entry.at) + entry.at.toISOString().slice(16, 19),
    person: entryWho(words, entry),
    act: words(`audit.actionNames.${entry.action.replaceAll(".", "_")}`),
    sentence: entrySentence(words, entry),
    object: entry.targetLabel,
    changes: changesText(entry, words),
    address: entry.address ?? "",
    requestId: entry.requestId,
    link: address + entry.seq,
    hash: entry.hash,
  };
  return AUDIT_EXPORT_COLUMNS.map((column) => cells[column]);
}

function changesText({ changes }: AuditEntryRow, words: EntryWords): string {
  return Object.entries(changes)
    .map(([name, { from, to }]) =>
      words("audit.change", {
        field: isFieldName(name) ? words(`audit.fieldNames.${name}`) : name,
        from: recordedValue(words, name, from),
        to: recordedValue(words, name, to),
      }),
    )
    .join("\n");
}
