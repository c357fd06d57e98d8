import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import type { TableSource } from "@/lib/core/table-source";
import { XML, xlsxParts } from "@/lib/core/xlsx-parts";
import { xlsxWorksheet } from "@/lib/core/xlsx-worksheet";

/**
 * A workbook of one worksheet: the header bold and always in sight, columns as wide as the first rows need.
 * A page is read only when the pages before it are nearly gone; a reader that goes away ends the work.
 */
export function xlsxFile<Row>(source: TableSource<Row>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let chunks: AsyncIterator<Buffer<ArrayBuffer>> | undefined;
  let rows: Readable | undefined;
  return new ReadableStream(
    {
      async pull(controller) {
        if (!chunks) {
          rows = Readable.from(xlsxWorksheet(source), { highWaterMark: 1 });
          chunks = zipOf(rows)[Symbol.asyncIterator]();
        }
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(new Uint8Array(value));
      },
      async cancel() {
        rows?.destroy();
        await chunks?.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

function zipOf(rows: Readable): Readable {
  const zip = new ZipFile();
  const output = Readable.from(zip.outputStream as AsyncIterable<Buffer<ArrayBuffer>>);
  rows.on("error", (error) => output.destroy(error));
  for (const [name, xml] of Object.entries(xlsxParts()))
    zip.addBuffer(Buffer.from(XML + xml), name);
  zip.addReadStream(rows, "xl/worksheets/sheet1.xml");
  zip.end();
  return output;
}
