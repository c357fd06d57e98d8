import { describe, expect, it } from "vitest";
import { openRowFile } from "@/lib/sheets/read/open-row-file";
import { buildXlsx, buildZip } from "@/lib/sheets/read/testing/build-xlsx";
import type { TestBook } from "@/lib/sheets/read/testing/build-xlsx";
import {
  drain,
  openHandles,
  readBytes,
  refusal,
  withFile,
} from "@/lib/sheets/read/testing/row-files";
import { CELL_MAX_LENGTH, ReadChoice, SHEET_ROWS_MAX } from "@/lib/sheets/schema";

const MIB = 1024 * 1024;

/** A workbook with this sheet data only. */
const sheet = (data: string, more: Partial<TestBook> = {}) =>
  buildXlsx({ sheets: [{ name: "表 1", data }], ...more });
const rowsOf = async (data: string, more: Partial<TestBook> = {}) =>
  (await readBytes(await sheet(data, more))).rows;
const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
/** How a number is shown in a format. */
const shown = async (raw: string, format: number | string, is1904 = false) => {
  const data = `<row><c s="1"><v>${raw}</v></c>${text("x")}</row>`;
  return (await rowsOf(data, { formats: [format], is1904 }))[0]?.[0];
};

/** A workbook with a part that unpacks to 64 MB of nothing. */
const bomb = (name: string) =>
  sheet(`<row>${text("a")}</row>`, { parts: { [name]: Buffer.alloc(64 * MIB) } });

describe("the cells of a worksheet", () => {
  it("are read whatever their kind", async () => {
    const strings =
      "<si><t>门店</t></si>" +
      "<si><r><t>朝</t></r><r><rPr><b/></rPr><t xml:space='preserve'>阳 </t></r>" +
      "<rPh sb='0' eb='1'><t>チャオ</t></rPh></si><si/>";
    const data =
      `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c>` +
      `<c r="C2" t="b"><v>1</v></c><c r="D2" t="b"><v>0</v></c><c r="E2" t="e"><v>#N/A</v></c>` +
      `<c r="F2" t="str"><f>A1&amp;"号"</f><v>一号</v></c><c r="G2"><f>1+1</f><v>2</v></c>` +
      `<c r="H2" t="inlineStr"><is><r><t>a</t></r><r><t>&lt;b&gt;</t></r></is></c>` +
      `<c r="I2" t="s"><v>2</v></c><c r="J2" t="s"><v>99</v></c><c r="K2" t="d"><v>2026-05-17</v></c></row>`;
    expect(await rowsOf(data, { strings })).toEqual([
      ["门店", "朝阳", "TRUE", "FALSE", "#N/A", "一号", "2", "a<b>", "", "", "2026-05-17"],
    ]);
  });

  it("stand where they say, or next to the one before; merged ones are empty but for the first", async () => {
    const data =
      `<row r="1"><c r="C1"><v>3</v></c></row><row r="2">${text("a")}${text("b")}</row>` +
      `<row><c r="AA3"><v>27</v></c></row>`;
    const rows = await rowsOf(data);
    expect(rows.slice(0, 2)).toEqual([
      ["", "", "3"],
      ["a", "b"],
    ]);
    expect(rows[2]).toHaveLength(27);
  });

  it("are written in either dialect and with any prefix", async () => {
    const strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    const xml =
      `<x:worksheet xmlns:x="${strict}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr">` +
      `<x:is><x:t>店</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
    const kinds = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    const bytes = await buildXlsx({
      sheets: [{ name: "s", data: "", xml }],
      parts: {
        "_rels/.rels": `<Relationships><Relationship Id="a" Type="${kinds}/officeDocument" Target="/XL/Workbook.xml"/></Relationships>`,
      },
    });
    expect((await readBytes(bytes)).rows).toEqual([["店"]]);
  });

  it("have their escapes undone", async () => {
    expect(await rowsOf(`<row>${text("a_x000D_\nb _x005F_x000D_ c")}</row>`)).toEqual([
      ["a\r\nb _x000D_ c"],
    ]);
  });

  it("show numbers as a person sees them, and never shortened", async () => {
    for (const [raw, format, wanted] of [
      ["42", 0, "42"],
      ["1.2345678901234501E+17", 0, "123456789012345000"],
      ["123456789012345678", 0, "123456789012345678"],
      ["123456789012345678", 1, "123456789012345678"],
      ["1.2345678901234501E+17", 1, "123456789012345000"],
      ["13800138000", 49, "13800138000"],
      ["0.30000000000000004", 0, "0.3"],
      ["-0", 0, "0"],
      ["42", "00000", "00042"],
      ["0.1234", 10, "12.34%"],
      ["1234567.891", 4, "1,234,567.89"],
      ["7", '"第"0"桌"', "第7桌"],
      ["7", "第0桌", "第7桌"],
      ["-5", "0.00_);(0.00)", "(5.00)"],
      ["12", "¥#,##0.00", "¥12.00"],
      ["5", "a".repeat(300), "5"],
      ["5", "[what", "5"],
      ["45000", 14, "2023/3/15"],
      ["45000", 31, "2023年3月15日"],
      ["45000", 57, "2023年3月"],
      ["45000.75", 55, "下午6时00分"],
      ["45000.5", "yyyy-mm-dd hh:mm", "2023-03-15 12:00"],
      ["45000", "[$-804]yyyy年m月d日;@", "2023年3月15日"],
      ["45000", "aaaa", "星期三"],
      ["1.5", "[h]:mm", "36:00"],
    ] as const) {
      expect(await shown(raw, format), `${raw} as ${format}`).toBe(wanted);
    }
  });

  it("count their dates from 1904 where the workbook says so", async () => {
    expect(await shown("43538", 14, true)).toBe("2023/3/15");
    expect(await shown("1.5", "[h]:mm", true)).toBe("36:00");
    expect(await shown("42", "00000", true)).toBe("00042");
  });
});

describe("the rows of a worksheet", () => {
  it("are read when hidden, too, and counted; empty ones are left out", async () => {
    const data =
      `<row r="1">${text("a")}</row><row r="2" hidden="1">${text("b")}</row><row r="3"/>` +
      `<row r="4" hidden="true">${text("c")}</row><row r="5" hidden="1"><c r="A5" s="1"/></row>`;
    const { form, rows } = await readBytes(await sheet(data));
    expect(rows).toEqual([["a"], ["b"], ["c"]]);
    expect(form.hiddenRowCount).toBe(2);
  });

  it("cost nothing where they are empty, whatever the worksheet says about its size", async () => {
    const xml =
      `<worksheet><dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384"/></cols><sheetData>` +
      `<row r="1">${text("a")}<c r="XFD1" s="1"/></row>` +
      `<row r="1048576"><c r="B1048576"><v>1</v></c></row></sheetData></worksheet>`;
    const bytes = await buildXlsx({ sheets: [{ name: "s", data: "", xml }] });
    expect((await readBytes(bytes)).rows).toEqual([["a"], ["", "1"]]);
  });

  it("are refused with the row at fault", async () => {
    const first = `<row r="1">${text("a")}</row>`;
    expect(await refusal(await sheet(""))).toEqual({ reason: "rowsMissing", values: {} });
    const wide = `<row r="7"><c r="SF7"><v>1</v></c><c r="SG7"><v>1</v></c></row>`;
    expect(await refusal(await sheet(first + wide))).toEqual({
      reason: "rowsColumnsMany",
      values: { line: 7, most: 500 },
    });
    for (const length of [CELL_MAX_LENGTH + 1, 100_000]) {
      const long = `<row r="9">${text("x".repeat(length))}</row>`;
      expect(await refusal(await sheet(first + long))).toEqual({
        reason: "rowsCellLong",
        values: { line: 9, most: CELL_MAX_LENGTH },
      });
    }
  });

  it("may be 100,000 with 300 columns among them, a header besides, and no more", async () => {
    const wide = `<row>${"<c><v>1</v></c>".repeat(300)}</row>`;
    const data = wide + `<row><c><v>1</v></c></row>`.repeat(SHEET_ROWS_MAX - 1);
    const { rows } = await readBytes(await sheet(data), { hasHeader: false });
    expect(rows).toHaveLength(SHEET_ROWS_MAX);
    expect(rows[0]).toHaveLength(300);
    const more = await sheet(data + wide);
    expect(await refusal(more)).toBeNull();
    expect(await refusal(more, { hasHeader: false })).toEqual({
      reason: "rowsMany",
      values: { most: SHEET_ROWS_MAX },
    });
  });
});

describe("the worksheets of a workbook", () => {
  const sheets = [
    { name: "旧", state: "hidden", data: `<row>${text("old")}</row>` },
    { name: "空", data: "<row><c r='A1' s='1'/></row>" },
    { name: "门店", data: `<row>${text("shop")}</row>` },
    { name: "密", state: "veryHidden", data: "" },
  ];

  it("are listed in their order; the first visible one that holds something is read", async () => {
    const { form, rows } = await readBytes(await buildXlsx({ sheets }));
    expect(form).toMatchObject({ format: "xlsx", encoding: null, worksheet: "门店" });
    expect(form.worksheets).toEqual([
      { name: "旧", isHidden: true },
      { name: "空", isHidden: false },
      { name: "门店", isHidden: false },
      { name: "密", isHidden: true },
    ]);
    expect(rows).toEqual([["shop"]]);
  });

  it("are read by their name, hidden ones as well", async () => {
    const bytes = await buildXlsx({ sheets });
    expect((await readBytes(bytes, { worksheet: "旧" })).rows).toEqual([["old"]]);
    expect(await refusal(bytes, { worksheet: "新" })).toEqual({
      reason: "worksheetMissing",
      values: { worksheet: "新" },
    });
  });
});

describe("a file that unpacks to far more than it seems", () => {
  it("is refused by its directory, wherever in it the bomb is", async () => {
    for (const name of ["xl/worksheets/sheet0.xml", "xl/sharedStrings.xml", "xl/media/a.bin"]) {
      const bytes = await bomb(name);
      expect(bytes.length).toBeLessThan(MIB);
      expect(await refusal(bytes), name).toEqual({ reason: "fileBomb", values: {} });
    }
  });

  it("is refused when the directory lies about the size", async () => {
    const bytes = await bomb("xl/worksheets/sheet0.xml");
    const size = Buffer.alloc(4);
    size.writeUInt32LE(64 * MIB);
    // The size of the unpacked part, in every header that tells it.
    for (let at = bytes.indexOf(size); at >= 0; at = bytes.indexOf(size))
      bytes.writeUInt32LE(9, at);
    expect(await refusal(bytes)).toEqual({ reason: "fileBroken", values: {} });
  });

  it("is refused when its shared texts are endless", async () => {
    const strings = `<si><t>${"x".repeat(MIB)}</t></si>`.repeat(66);
    const bytes = await sheet(`<row>${text("a")}</row>`, { strings, compress: false });
    expect(await refusal(bytes)).toEqual({ reason: "fileBomb", values: {} });
  });

  it("is refused when its XML declares entities, has no tags or too deep ones", async () => {
    const entities =
      `<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>` +
      `<worksheet><sheetData><row>${text("&c;")}</row></sheetData></worksheet>`;
    const deep = `<worksheet>${"<a>".repeat(1_000)}`;
    const endless = `<worksheet><sheetData><row><c a="${"x".repeat(6 * MIB)}"/></row></sheetData></worksheet>`;
    const late = `${" ".repeat(MIB)}<worksheet/>`;
    for (const xml of [entities, deep, endless, late, "<worksheet>", "no xml", "<a>&b;</a>"]) {
      const bytes = await buildXlsx({ sheets: [{ name: "s", data: "", xml }] });
      expect(await refusal(bytes), xml.slice(0, 40)).toEqual({ reason: "fileBroken", values: {} });
    }
  });
});

describe("a ZIP file that is no workbook", () => {
  it("is refused by what it is", async () => {
    for (const [parts, reason, values] of [
      [{ "photo.jpg": "x" }, "fileArchive", {}],
      [{ "Index/Document.iwa": "x" }, "fileOtherSheet", { kind: ".numbers" }],
      [{ mimetype: "x", "content.xml": "x" }, "fileOtherSheet", { kind: ".ods" }],
      [{ "[Content_Types].xml": "x", "xl/workbook.bin": "x" }, "fileOtherSheet", { kind: ".xlsb" }],
      [{ "[Content_Types].xml": "x", "word/document.xml": "x" }, "fileDocument", {}],
      [{ "[Content_Types].xml": "x" }, "fileBroken", {}],
    ] as const) {
      expect(await refusal(await buildZip(parts)), reason).toEqual({ reason, values });
    }
  });

  it("is refused when it is cut off, and let go of", async () => {
    const bytes = await sheet(`<row>${text("a")}</row>`);
    expect(await refusal(bytes.subarray(0, -40))).toMatchObject({ reason: "fileBroken" });
    expect(await refusal(bytes.subarray(0, 60))).toMatchObject({ reason: "fileBroken" });
    await expect.poll(openHandles).toBe(0);
  });
});

describe("reading a workbook", () => {
  it("can be done twice, and lets go of the file when it is broken off or refused", async () => {
    const data = `<row>${text("朝阳店")}<c><v>1</v></c></row>`.repeat(50_000);
    const bytes = await sheet(data + `<row>${text("x".repeat(3_000))}</row>`);
    await withFile(bytes, async (file) => {
      const { form, records } = await openRowFile(file, ReadChoice.parse({}));
      for (let time = 0; time < 2; time += 1) {
        for await (const chunk of records) {
          expect(chunk).toHaveLength(1_000);
          break;
        }
      }
      await expect(drain({ form, records })).rejects.toMatchObject({ reason: "rowsCellLong" });
      await expect.poll(openHandles).toBe(0);
    });
  });
});
