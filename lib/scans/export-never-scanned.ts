import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { tableFile } from "@/lib/core/table-file";
import type { TableFormat } from "@/lib/core/table-format";
import type { TableSource } from "@/lib/core/table-source";
import { beijingIso } from "@/lib/quota/beijing-day";
import { listNeverScanned } from "@/lib/scans/list-never-scanned";
import { NeverScannedFilters } from "@/lib/scans/schema";
import type { NeverScannedRow } from "@/lib/scans/schema";

export const NEVER_SCANNED_COLUMNS = [
  "label",
  "serial",
  "scene",
  "page",
  "campaign",
  "mintedAt",
  "address",
] as const;
export type NeverScannedColumn = (typeof NEVER_SCANNED_COLUMNS)[number];

/** The words of the file, in the language of the person who asks for it. */
export type NeverScannedWords = Record<NeverScannedColumn, string>;

const PAGE_ROWS = 500;

/** All codes nobody scanned as a file, read as the reader asks for it. */
export async function exportNeverScanned(
  ctx: Context,
  input: NeverScannedFilters,
  words: NeverScannedWords,
  format: TableFormat,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  authorize(ctx, "scans:read");
  const filters = NeverScannedFilters.parse(input);
  const { publicUrl } = ctx.runtime.env;
  const source: TableSource<NeverScannedRow> = {
    header: NEVER_SCANNED_COLUMNS.map((column) => words[column]),
    readPage: (cursor) => listNeverScanned(ctx, { ...filters, cursor, limit: PAGE_ROWS }),
    toCells: (code) => cellsOf(code, publicUrl),
  };
  return tableFile(source, format);
}

function cellsOf(code: NeverScannedRow, publicUrl: string) {
  const cells: Record<NeverScannedColumn, string | number> = {
    label: code.label,
    serial: code.serial,
    scene: code.scene,
    page: code.page,
    campaign: code.campaignName ?? "",
    mintedAt: beijingIso(code.mintedAt),
    address: `${publicUrl}/codes/${code.codeId}`,
  };
  return NEVER_SCANNED_COLUMNS.map((column) => cells[column]);
}
