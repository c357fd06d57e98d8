import type { TableSource } from "@/lib/core/table-source";
import type { PackedCode, PackSource } from "@/lib/packs/packed-code";
import { cellsOf, headerOf } from "@/lib/packs/spreadsheet/cells-of";
import type { SpreadsheetOptions } from "@/lib/packs/spreadsheet-schema";
import type { Words } from "@/lib/packs/words";

/** Codes as a table; with thumbnails its first column is theirs and names the `lost`, by position. */
export function codesTable(
  { columns, hasThumbnails }: SpreadsheetOptions,
  source: PackSource,
  { words, publicUrl }: { words: Words; publicUrl: string },
  lost: ReadonlySet<number>,
): TableSource<PackedCode> {
  const pages = source.codes()[Symbol.asyncIterator]();
  const header = columns.map((column) => headerOf(column, words));
  return {
    header: hasThumbnails ? [words("labelSheets.columns.thumbnail"), ...header] : header,
    async readPage() {
      const { done, value } = await pages.next();
      return done ? { rows: [], next: null } : { rows: value, next: "more" };
    },
    toCells(code) {
      const cells = cellsOf(columns, code, { words, publicUrl });
      if (!hasThumbnails) return cells;
      return [lost.has(code.position) ? words("labelSheets.thumbnailLost") : "", ...cells];
    },
  };
}
