import { csvFile } from "@/lib/core/csv-file";
import type { TableFormat } from "@/lib/core/table-format";
import type { TableSource } from "@/lib/core/table-source";
import { xlsxFile } from "@/lib/core/xlsx-file";

/** Rows as a file of the wanted format, read as the reader asks for it. */
export function tableFile<Row>(
  source: TableSource<Row>,
  format: TableFormat,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return format === "xlsx" ? xlsxFile(source) : csvFile(source);
}
