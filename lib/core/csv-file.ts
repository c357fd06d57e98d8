import { csvRow } from "@/lib/core/csv-row";
import type { TableSource } from "@/lib/core/table-source";

// Without it Excel reads the file in the code page of the computer.
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * A CSV file with a byte order mark. One page is in memory at a time and the next is read only when
 * the reader asks for it; a reader that goes away ends the work.
 */
export function csvFile<Row>(source: TableSource<Row>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const chunks = csvChunks(source);
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

async function* csvChunks<Row>({
  header,
  readPage,
  toCells,
}: TableSource<Row>): AsyncGenerator<string, void, void> {
  yield BYTE_ORDER_MARK + csvRow(header);
  let cursor: string | undefined;
  do {
    const { rows, next } = await readPage(cursor);
    cursor = next ?? undefined;
    if (rows.length > 0) yield rows.map((row) => csvRow(toCells(row))).join("");
  } while (cursor !== undefined);
}
