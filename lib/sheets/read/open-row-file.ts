import { detectEncoding } from "@/lib/sheets/read/detect-encoding";
import { openText } from "@/lib/sheets/read/open-text";
import { readStart } from "@/lib/sheets/read/read-start";
import { requireTable } from "@/lib/sheets/read/require-table";
import { openXlsx } from "@/lib/sheets/read/xlsx/open-xlsx";
import type { ReadChoice, SheetForm } from "@/lib/sheets/schema";

/** Rows in a file that can be read, once or again, without ever being in memory as a whole. */
export interface RowFile {
  /** What the file was taken for. `hiddenRowCount` is right when all records have been read. */
  form: Omit<SheetForm, "hasHeader">;
  /**
   * Records of cells from the first to the last, in chunks of at most 1,000, a header included. Cells are
   * trimmed, wholly empty records left out; one record more than a sheet has rows may come, for it may be
   * a header. Throws `invalid_input` with the line at fault.
   */
  records: AsyncIterable<string[][]>;
}

/** Opens a file on disk as what its bytes say it is, whatever its name. Throws `invalid_input`. */
export async function openRowFile(path: string, choice: ReadChoice): Promise<RowFile> {
  const start = await readStart(path);
  const format = await requireTable(path, start);
  if (format === "xlsx") return openXlsx(path, choice);
  const encoding = await detectEncoding(path, start, choice.encoding);
  return openText(path, encoding, choice);
}
