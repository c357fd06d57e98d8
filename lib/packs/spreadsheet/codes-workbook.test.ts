import { buffer } from "node:stream/consumers";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import sharp from "sharp";
import { expect, test } from "vitest";
import { fromBufferPromise } from "yauzl";
import { qrJpeg, sourceOf } from "@/lib/packs/labels/testing/label-source";
import type { PackSource } from "@/lib/packs/packed-code";
import { codesWorkbook } from "@/lib/packs/spreadsheet/codes-workbook";
import {
  DEFAULT_SPREADSHEET,
  SPREADSHEET_COLUMNS,
  SpreadsheetOptions,
} from "@/lib/packs/spreadsheet-schema";
import { loadWords } from "@/lib/packs/words";
import { readBytes } from "@/lib/sheets/read/testing/row-files";

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseAttributeValue: false,
  isArray: (name) =>
    ["Relationship", "xdr:oneCellAnchor", "row", "Default", "Override"].includes(name),
});

async function write(changes: Partial<SpreadsheetOptions>, source: PackSource): Promise<Buffer> {
  const options = SpreadsheetOptions.parse({ ...DEFAULT_SPREADSHEET, ...changes });
  const words = await loadWords("zh-CN");
  return buffer(codesWorkbook(options, source, words, "https://desk.example.com"));
}

/** Every file of the workbook by name. */
async function partsOf(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(bytes);
  const parts = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return parts;
}

function xml(parts: Map<string, Buffer>, name: string) {
  const text = parts.get(name)?.toString() ?? "";
  expect(XMLValidator.validate(text), name).toBe(true);
  return parser.parse(text);
}

test("columns come in their order with their Chinese names, values of the payload among them", async () => {
  const columns: SpreadsheetOptions["columns"] = [
    "serial",
    "payload.city",
    "label",
    "payload",
    "row",
  ];
  const bytes = await write({ columns, hasThumbnails: false }, sourceOf(12));
  const { rows } = await readBytes(bytes);
  expect(rows[0]).toEqual(["编号", "city", "名称", "数据", "行号"]);
  expect(rows).toHaveLength(13);
  expect(rows[12]).toEqual(["C-12", "北京", "门店 12", "city: 北京, table: 3", "3"]);
  expect([...(await partsOf(bytes)).keys()].filter((name) => /media|drawing/.test(name))).toEqual(
    [],
  );
});

test("every column there is has a name and a value", async () => {
  const bytes = await write(
    { columns: [...SPREADSHEET_COLUMNS], hasThumbnails: false },
    sourceOf(1),
  );
  const [header = [], row = []] = (await readBytes(bytes)).rows;
  expect(header).toHaveLength(SPREADSHEET_COLUMNS.length);
  expect(header.every((name) => name !== "")).toBe(true);
  expect(row.every((cell) => cell !== "")).toBe(true);
  expect(row.at(-1)).toMatch(/^https:\/\/desk\.example\.com\/codes\//);
});

test("what looks like a formula is text", async () => {
  const source = sourceOf(1, () => ({ label: '=HYPERLINK("x")', payload: { city: "+1" } }));
  const bytes = await write({ columns: ["label", "payload.city"], hasThumbnails: false }, source);
  const sheet = (await partsOf(bytes)).get("xl/worksheets/sheet1.xml")?.toString() ?? "";
  expect(sheet).not.toContain("<f>");
  expect((await readBytes(bytes)).rows[1]).toEqual(['=HYPERLINK("x")', "+1"]);
});

test("every row has the thumbnail of its own code, in its cell, with words for it", async () => {
  const source = sourceOf(
    13,
    (position) => ({ label: `店 "${position}" <&>\u0007` }),
    async ({ position }) => (position === 2 ? null : qrJpeg("x", 200 + 20 * position)),
  );
  const bytes = await write({ columns: ["label"], thumbnailSize: 60 }, source);
  const parts = await partsOf(bytes);
  const types = xml(parts, "[Content_Types].xml").Types;
  expect(types.Default.map((one: { Extension: string }) => one.Extension)).toEqual(["rels", "png"]);
  const named = types.Override.map((one: { PartName: string }) => one.PartName.slice(1));
  expect(named.filter((name: string) => !parts.has(name))).toEqual([]);

  const sheet = xml(parts, "xl/worksheets/sheet1.xml").worksheet;
  const sheetLinks = xml(parts, "xl/worksheets/_rels/sheet1.xml.rels").Relationships.Relationship;
  expect(sheetLinks[0].Id).toBe(sheet.drawing["r:id"]);
  expect(sheetLinks[0].Target).toBe("../drawings/drawing1.xml");

  const anchors = xml(parts, "xl/drawings/drawing1.xml")["xdr:wsDr"]["xdr:oneCellAnchor"];
  const links = xml(parts, "xl/drawings/_rels/drawing1.xml.rels").Relationships.Relationship;
  const targets = new Map<string, string>(
    links.map((link: { Id: string; Target: string }) => [link.Id, link.Target]),
  );
  expect(anchors).toHaveLength(13);
  for (const anchor of anchors) {
    const row = Number(anchor["xdr:from"]["xdr:row"]);
    const picture = anchor["xdr:pic"];
    expect(picture["xdr:nvPicPr"]["xdr:cNvPr"].name).toBe(`C-${row}`);
    const png = parts.get(
      targets.get(picture["xdr:blipFill"]["a:blip"]["r:embed"])?.replace("..", "xl") ?? "",
    );
    expect(await sharp(png).metadata()).toMatchObject({ format: "png", width: 120, height: 120 });
    expect(anchor["xdr:ext"].cx).toBe(String(60 * 9_525));
    const high = Number(sheet.sheetData.row[row].ht);
    expect(high).toBeGreaterThan(60 * 0.75);
  }
  const first = anchors[0]["xdr:pic"]["xdr:nvPicPr"]["xdr:cNvPr"].descr;
  expect(first).toBe('店 "1" <&>\uFFFD C-1');
  const { rows } = await readBytes(bytes);
  expect(rows.slice(0, 4).map(([picture]) => picture)).toEqual(["图片", "", "图片缺失", ""]);
});

test("thumbnails are given out as they are made, and no more are made once the reader has gone", async () => {
  let readCount = 0;
  const source = sourceOf(400, undefined, async () => {
    readCount += 1;
    return qrJpeg(String(readCount));
  });
  const options = SpreadsheetOptions.parse(DEFAULT_SPREADSHEET);
  const words = await loadWords("en");
  for await (const chunk of codesWorkbook(options, source, words, "https://x")) {
    if (chunk.length > 0 && readCount > 20) break;
  }
  expect(readCount).toBeLessThan(40);
});

test("a page of codes that cannot be read fails the file", async () => {
  const source: PackSource = {
    ...sourceOf(3),
    async *codes() {
      yield [];
      throw new Error("gone");
    },
  };
  await expect(write({ hasThumbnails: false }, source)).rejects.toThrow("gone");
  await expect(write({ hasThumbnails: true }, source)).rejects.toThrow("gone");
});

test("a source with fewer codes than it counted fails the file", async () => {
  const source = { ...sourceOf(3), codeCount: 4 };
  await expect(write({ hasThumbnails: true }, source)).rejects.toThrow("fewer codes");
});
