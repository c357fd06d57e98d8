import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export interface TestSheet {
  name: string;
  state?: string;
  /** What stands in `sheetData`. */
  data: string;
  /** The whole part in place of it. */
  xml?: string;
}

export interface TestBook {
  sheets: TestSheet[];
  /** What stands in `sst`. */
  strings?: string;
  /** Formats of the cell styles from number 1: an id, or a code of its own. */
  formats?: (number | string)[];
  is1904?: boolean;
  /** More parts, or others in place of the usual ones. */
  parts?: Record<string, string | Buffer>;
  /** False: parts are stored as they are. */
  compress?: boolean;
}

/** The bytes of a workbook, made part by part. */
export function buildXlsx(book: TestBook): Promise<Buffer> {
  const parts: Record<string, string | Buffer> = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": relationships([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": workbook(book),
    "xl/_rels/workbook.xml.rels": relationships([
      ...book.sheets.map((_, index) => ["worksheet", `worksheets/sheet${index}.xml`] as const),
      ["sharedStrings", "sharedStrings.xml"],
      ["styles", "styles.xml"],
    ]),
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${book.strings ?? ""}</sst>`,
    "xl/styles.xml": styles(book.formats ?? []),
  };
  for (const [index, { data, xml }] of book.sheets.entries()) {
    parts[`xl/worksheets/sheet${index}.xml`] =
      xml ?? `<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`;
  }
  return buildZip({ ...parts, ...book.parts }, book.compress);
}

export function buildZip(parts: Record<string, string | Buffer>, compress = true): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) {
    zip.addBuffer(Buffer.from(content), name, { compress });
  }
  zip.end();
  return buffer(zip.outputStream);
}

function workbook({ sheets, is1904 = false }: TestBook): string {
  const listed = sheets.map(
    ({ name, state = "visible" }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" state="${state}" r:id="rId${index}"/>`,
  );
  return (
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">` +
    `<workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>${listed.join("")}</sheets></workbook>`
  );
}

function relationships(targets: readonly (readonly [kind: string, target: string])[]): string {
  const listed = targets.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index}" Type="${RELATIONSHIPS}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships>${listed.join("")}</Relationships>`;
}

function styles(formats: readonly (number | string)[]): string {
  const custom = formats.map((format, index) =>
    typeof format === "string"
      ? `<numFmt numFmtId="${200 + index}" formatCode="${format.replaceAll('"', "&quot;")}"/>`
      : "",
  );
  const cellStyles = formats.map((format, index) => {
    const id = typeof format === "string" ? 200 + index : format;
    return `<xf numFmtId="${id}"/>`;
  });
  return (
    `<styleSheet xmlns="${MAIN}"><numFmts>${custom.join("")}</numFmts>` +
    `<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>` +
    `<cellXfs><xf numFmtId="0"/>${cellStyles.join("")}</cellXfs></styleSheet>`
  );
}
