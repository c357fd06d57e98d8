import { detectEncoding } from "@/lib/sheets/read/detect-encoding";
import type { RowFile } from "@/lib/sheets/read/open-row-file";
import { openText } from "@/lib/sheets/read/open-text";
import { readStart } from "@/lib/sheets/read/read-start";
import type { ReadChoice } from "@/lib/sheets/schema";

/** Opens pasted text, kept on disk in UTF-8. Throws `invalid_input`. */
export async function openRowText(path: string, choice: ReadChoice): Promise<RowFile> {
  const encoding = await detectEncoding(path, await readStart(path), "utf-8", { allowsNul: true });
  return openText(path, encoding, choice);
}
