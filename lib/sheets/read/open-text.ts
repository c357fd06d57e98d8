import { createReadStream } from "node:fs";
import { decodeText } from "@/lib/sheets/read/decode-text";
import { guessDelimiter } from "@/lib/sheets/read/guess-delimiter";
import { limitRecords } from "@/lib/sheets/read/limit-records";
import type { RowFile } from "@/lib/sheets/read/open-row-file";
import { splitRecords } from "@/lib/sheets/read/split-records";
import { Delimiter } from "@/lib/sheets/schema";
import type { Encoding, ReadChoice } from "@/lib/sheets/schema";

/** As much as 20 records usually are. */
const HEAD_LENGTH = 256 * 1024;
// How Excel is told the delimiter; it shows this line to nobody.
const SEPARATOR_LINE = /^"?sep=([^\r\n])"?(?:\r\n|\n|\r)/i;

/** Opens a text file whose encoding is known, and guesses what nobody has chosen. */
export async function openText(
  path: string,
  encoding: Encoding,
  choice: ReadChoice,
): Promise<RowFile> {
  const head = await readHead(path, encoding);
  const [separatorLine = "", separator] = SEPARATOR_LINE.exec(head.text) ?? [];
  const told = Delimiter.safeParse(separator).data;
  const rest = head.text.slice(separatorLine.length);
  const delimiter = choice.delimiter ?? told ?? guessDelimiter(rest, head.isWhole);
  const firstLine = separatorLine === "" ? 1 : 2;
  const read = () => {
    const text = withoutStart(decodeText(createReadStream(path), encoding), separatorLine.length);
    return limitRecords(splitRecords(text, delimiter, firstLine), choice.hasHeader);
  };
  return {
    form: {
      format: "text",
      encoding,
      delimiter,
      worksheets: [],
      worksheet: null,
      hiddenRowCount: 0,
    },
    records: { [Symbol.asyncIterator]: read },
  };
}

async function readHead(path: string, encoding: Encoding) {
  let text = "";
  for await (const piece of decodeText(createReadStream(path), encoding)) {
    text += piece;
    if (text.length > HEAD_LENGTH) return { text, isWhole: false };
  }
  return { text, isWhole: true };
}

async function* withoutStart(
  text: AsyncIterable<string>,
  length: number,
): AsyncGenerator<string, void, void> {
  let left = length;
  for await (const piece of text) {
    yield piece.slice(left);
    left = Math.max(0, left - piece.length);
  }
}
