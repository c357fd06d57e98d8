import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { columnWidth } from "@/lib/core/column-width";
import type { TableSource } from "@/lib/core/table-source";
import { xlsxRow } from "@/lib/core/xlsx-row";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEADER_STYLE = 1;

/** Everything but the rows, which is the same in every file. */
const PARTS: Readonly<Record<string, string>> = {
  "[Content_Types].xml":
    `<Types xmlns="${PACKAGE}/content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
  "_rels/.rels":
    `<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/>` +
    `</Relationships>`,
  "xl/workbook.xml":
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">` +
    `<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels":
    `<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="rId1" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/>` +
    `<Relationship Id="rId2" Type="${RELATIONSHIPS}/styles" Target="styles.xml"/>` +
    `</Relationships>`,
  "xl/styles.xml":
    `<styleSheet xmlns="${MAIN}">` +
    `<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
    `<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
    `<fills count="2"><fill><patternFill patternType="none"/></fill>` +
    `<fill><patternFill patternType="gray125"/></fill></fills>` +
    `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
    `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
    `<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
    `<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>` +
    `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>` +
    `</styleSheet>`,
};

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
          rows = Readable.from(worksheet(source), { highWaterMark: 1 });
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
  for (const [name, xml] of Object.entries(PARTS)) zip.addBuffer(Buffer.from(XML + xml), name);
  zip.addReadStream(rows, "xl/worksheets/sheet1.xml");
  zip.end();
  return output;
}

async function* worksheet<Row>(source: TableSource<Row>): AsyncGenerator<string, void, void> {
  const { header } = source;
  let rowCount = 0;
  for await (const rows of pagesOf(source)) {
    if (rowCount === 0) {
      rowCount = 1;
      yield XML + worksheetStart([header, ...rows]) + xlsxRow(1, header, HEADER_STYLE);
    }
    const first = rowCount + 1;
    rowCount += rows.length;
    if (rows.length > 0) yield rows.map((cells, index) => xlsxRow(first + index, cells)).join("");
  }
  yield "</sheetData></worksheet>";
}

async function* pagesOf<Row>({ readPage, toCells }: TableSource<Row>) {
  let cursor: string | undefined;
  do {
    const { rows, next } = await readPage(cursor);
    cursor = next ?? undefined;
    yield rows.map((row) => toCells(row));
  } while (cursor !== undefined);
}

function worksheetStart(firstRows: readonly (readonly (string | number)[])[]): string {
  const columns = (firstRows[0] ?? []).map((_, place) => {
    const width = columnWidth(firstRows.map((row) => String(row[place] ?? "")));
    return `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`;
  });
  return (
    `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>` +
    `</sheetView></sheetViews>` +
    (columns.length > 0 ? `<cols>${columns.join("")}</cols>` : "") +
    `<sheetData>`
  );
}
