import type { Zip } from "@/lib/sheets/read/xlsx/open-zip";
import { readWholeXml } from "@/lib/sheets/read/xlsx/read-xml";
import { TextPool } from "@/lib/sheets/read/xlsx/text-pool";
import { unescapeText } from "@/lib/sheets/read/xlsx/unescape-text";

/** The texts the cells of a workbook share, runs of rich text joined and reading aids left out. */
export async function readSharedStrings(zip: Zip, part: string | null): Promise<TextPool> {
  const pool = new TextPool();
  if (part === null || !zip.has(part)) return pool;
  let text = "";
  let isText = false;
  let isPhonetic = false;
  await readWholeXml(zip.read(part), {
    open(name) {
      if (name === "si") text = "";
      if (name === "rPh") isPhonetic = true;
      isText = name === "t" && !isPhonetic;
    },
    close(name) {
      isText = false;
      if (name === "rPh") isPhonetic = false;
      if (name === "si") pool.add(unescapeText(text));
    },
    text(piece) {
      if (isText) text += piece;
    },
  });
  return pool;
}
