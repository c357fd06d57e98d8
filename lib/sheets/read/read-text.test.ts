import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "@/lib/sheets/read/decode-text";
import { splitRecords } from "@/lib/sheets/read/split-records";
import { gbkBytes } from "@/lib/sheets/read/testing/gbk-bytes";
import {
  openHandles,
  readBytes,
  readPaste,
  refusal,
  withFile,
} from "@/lib/sheets/read/testing/row-files";
import { openRowFile } from "@/lib/sheets/read/open-row-file";
import {
  CELL_MAX_LENGTH,
  Delimiter,
  Encoding,
  ReadChoice,
  SHEET_ROWS_MAX,
} from "@/lib/sheets/schema";

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const asText = (rows: readonly string[][], delimiter: string, ending = "\r\n") =>
  rows.map((cells) => cells.map(quoted).join(delimiter)).join(ending);

function encode(text: string, encoding: Encoding): Buffer {
  if (encoding === "gb18030") return Buffer.from(gbkBytes(text));
  if (encoding === "utf-16be") return Buffer.from(text, "utf16le").swap16();
  return Buffer.from(text, encoding === "utf-16le" ? "utf16le" : "utf8");
}

const cell = fc
  .string({
    unit: fc.constantFrom("店", "啊", "a", "1", ",", ";", "\t", "|", '"', "\n", "\r\n", "=", " "),
  })
  .map((text) => text.trim());
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }),
  )
  .map((rows) => rows.filter((cells) => cells.some((text) => text !== "")))
  .filter((rows) => rows.length > 0);

const delimiterOf = async (text: string) => (await readPaste(text)).form.delimiter;

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe("rows of a text", () => {
  it("come back cell by cell in every encoding, delimiter and line ending, cut anywhere", async () => {
    const encodings = fc.constantFrom(...Encoding.options);
    const delimiters = fc.constantFrom(...Delimiter.options);
    const endings = fc.constantFrom("\r\n", "\n", "\r");
    const sizes = fc.integer({ min: 1, max: 7 });
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(table, encodings, delimiters, endings, sizes),
        async ([rows, encoding, delimiter, ending, size]) => {
          const written = rows.map((cells) =>
            cells.map((text) => (encoding === "gb18030" ? text : text.replaceAll("啊", "😀"))),
          );
          const bytes = encode(asText(written, delimiter, ending), encoding);
          const read: string[][] = [];
          const lines: number[] = [];
          const text = decodeText(inPieces(bytes, size), encoding);
          for await (const chunk of splitRecords(text, delimiter, 1)) {
            read.push(...chunk.map(({ cells }) => cells));
            lines.push(...chunk.map(({ line }) => line));
          }
          expect(read).toEqual(written);
          const before = rows.map((_, index) =>
            asText(rows.slice(0, index + 1), delimiter, ending),
          );
          expect(lines.slice(1)).toEqual(
            before.slice(0, -1).map((text) => text.split(/\r\n|\r|\n/).length + 1),
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  it("come back from a file and from a paste alike", async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom(...Delimiter.options), async (rows, delimiter) => {
        const text = asText(rows, delimiter);
        expect((await readBytes(text, { delimiter })).rows).toEqual(rows);
        expect((await readPaste(text, { delimiter })).rows).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });

  it("are cut where a sheet puts tabs, and otherwise where the rows agree", async () => {
    const tabs = await readPaste("门店\t地址\n朝阳店\t路 1 号, 2 层; 东\n海淀店\t西");
    expect(tabs.form).toMatchObject({ format: "text", encoding: "utf-8", delimiter: "\t" });
    expect(tabs.rows[1]).toEqual(["朝阳店", "路 1 号, 2 层; 东"]);
    expect(await delimiterOf("a1;1,5\na2;2,5\na3;3")).toBe(";");
    expect(await delimiterOf("a1,x\na2,y")).toBe(",");
    expect(await delimiterOf("a1|x\na2|y")).toBe("|");
    expect(await delimiterOf("one\ntwo")).toBe(",");
    const long = `${"海淀店".repeat(100)};"多\n行, 的"\n`.repeat(2_000);
    expect(await delimiterOf(long)).toBe(";");
  });

  it("are cut as Excel is told by its first line, which is no row", async () => {
    const { form, rows } = await readBytes("sep=;\r\na,b;c\r\nd,e;f\r\n");
    expect(form.delimiter).toBe(";");
    expect(rows).toEqual([
      ["a,b", "c"],
      ["d,e", "f"],
    ]);
    expect((await readBytes("\uFEFFsep=|\na,b", { delimiter: "," })).rows).toEqual([["a", "b"]]);
  });

  it("take a quote inside a plain cell as it is, may be ragged, and lose what is empty", async () => {
    const { rows } = await readPaste('5" 海报,a\r\r\n\n , \t\n  x  ,"a ""b"" c",\nlast');
    expect(rows).toEqual([['5" 海报', "a"], ["x", 'a "b" c', ""], ["last"]]);
  });

  it("are refused with the line at fault", async () => {
    expect(await refusal("")).toEqual({ reason: "rowsMissing", values: {} });
    expect(await refusal(" \n\n")).toEqual({ reason: "rowsMissing", values: {} });
    expect(await refusal('a,b\nc,"open')).toEqual({ reason: "rowsQuoteOpen", values: { line: 2 } });
    expect(await refusal('a\n"x\r\ny","open\nz\nz')).toMatchObject({ values: { line: 3 } });
    expect(await refusal(`a\n\n${"x".repeat(CELL_MAX_LENGTH + 1)}`)).toEqual({
      reason: "rowsCellLong",
      values: { line: 3, most: CELL_MAX_LENGTH },
    });
  });

  it("may have 500 columns, empty ones after that, and no more", async () => {
    const wide = Array.from({ length: 300 }, (_, index) => `c${index}`);
    expect((await readBytes(wide.join(","))).rows).toEqual([wide]);
    expect((await readBytes(`x${",".repeat(800)}`)).rows[0]).toHaveLength(500);
    expect(await refusal(`a\n${",".repeat(500)}x`)).toEqual({
      reason: "rowsColumnsMany",
      values: { line: 2, most: 500 },
    });
  });

  it("may be 100,000, a header besides", async () => {
    const hasHeader = false;
    const text = "朝阳店,1001\n".repeat(SHEET_ROWS_MAX);
    expect((await readBytes(text, { hasHeader })).rows).toHaveLength(SHEET_ROWS_MAX);
    expect(await refusal(`${text}x`, { hasHeader })).toEqual({
      reason: "rowsMany",
      values: { most: SHEET_ROWS_MAX },
    });
    expect((await readBytes(`${text}x`)).rows).toHaveLength(SHEET_ROWS_MAX + 1);
    expect(await refusal(`${text}x\ny`)).toMatchObject({ reason: "rowsMany" });
  });
});

describe("the encoding of a text", () => {
  const text = "门店名称,编号\r\n朝阳店,1001\r\n开心最好,1002\r\n";
  const rows = [
    ["门店名称", "编号"],
    ["朝阳店", "1001"],
    ["开心最好", "1002"],
  ];

  it("is found with and without a byte order mark", async () => {
    for (const encoding of Encoding.options) {
      const found = await readBytes(encode(text, encoding));
      expect(found.form.encoding, encoding).toBe(encoding);
      expect(found.rows, encoding).toEqual(rows);
      if (encoding === "gb18030") continue;
      const marked = await readBytes(encode(`\uFEFF${text}`, encoding));
      expect(marked.form.encoding, encoding).toBe(encoding);
      expect(marked.rows, encoding).toEqual(rows);
    }
    const marked = Buffer.concat([Buffer.from("84319533", "hex"), gbkBytes(text)]);
    expect((await readBytes(marked)).rows).toEqual(rows);
  });

  it("is UTF-16 with tabs when Excel saves “Unicode text”", async () => {
    const saved = encode('\uFEFF门店\t编号\r\n"朝阳\t店"\t1001\r\n', "utf-16le");
    const { form, rows } = await readBytes(saved);
    expect(form).toMatchObject({ encoding: "utf-16le", delimiter: "\t" });
    expect(rows[1]).toEqual(["朝阳\t店", "1001"]);
  });

  it("is UTF-8 only if the whole file is, and else GB18030", async () => {
    const late = Buffer.concat([Buffer.from("a,b\n".repeat(100_000)), gbkBytes("朝阳店,1")]);
    const { form, rows } = await readBytes(late, { hasHeader: true });
    expect(form.encoding).toBe("gb18030");
    expect(rows.at(-1)).toEqual(["朝阳店", "1"]);
  });

  it("is the chosen one, or the file is refused", async () => {
    expect(await refusal(gbkBytes(text), { encoding: "utf-8" })).toEqual({
      reason: "fileEncoding",
      values: { encoding: "UTF-8" },
    });
    expect(await refusal(encode("a,b\n1,2", "utf-16le"), { encoding: "utf-8" })).toMatchObject({
      reason: "fileEncoding",
    });
    const chosen = await readBytes(Buffer.from("caf\u00e9"), { encoding: "gb18030" });
    expect(chosen.form.encoding).toBe("gb18030");
    expect(await refusal(Buffer.from("caf\xe9,1\nbar\xff", "latin1"))).toEqual({
      reason: "fileEncodingUnknown",
      values: {},
    });
  });
});

describe("a file that is no table", () => {
  it("is refused by what it is, whatever its name", async () => {
    const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
    expect(await refusal(png)).toMatchObject({ reason: "filePicture" });
    expect(await refusal(Buffer.from("RIFF\x10\0\0\0WEBPVP8 ", "latin1"))).toMatchObject({
      reason: "filePicture",
    });
    expect(await refusal("%PDF-1.7\n…")).toMatchObject({ reason: "fileDocument" });
    expect(await refusal(Buffer.from("1f8b0800", "hex"))).toMatchObject({ reason: "fileArchive" });
    expect(await refusal("<html><table><tr><td>1")).toMatchObject({ reason: "fileMarkup" });
    const old = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(100_000)]);
    expect(await refusal(old)).toEqual({ reason: "fileOtherSheet", values: { kind: ".xls" } });
    const locked = Buffer.concat([old, Buffer.from("EncryptedPackage", "utf16le")]);
    expect(await refusal(locked)).toMatchObject({ reason: "fileProtected" });
    expect(await refusal("a,b\n\0\0\0,c")).toMatchObject({ reason: "fileNotRows" });
    expect(await refusal("\x01\x02\x03\x04 a")).toMatchObject({ reason: "fileNotRows" });
  });

  it("is not a text that only begins like one", async () => {
    for (const text of ["BMI,1", "picture,WEBP", "GIF,x", "PK,1", "RIFF,x", "Rar,7z", "<5,1"]) {
      expect((await readBytes(text)).rows, text).toHaveLength(1);
    }
  });
});

describe("reading", () => {
  it("can be done twice, and lets go of the file when it is broken off", async () => {
    const text = "朝阳店,1001\n".repeat(50_000);
    await withFile(text, async (file) => {
      const { records } = await openRowFile(file, ReadChoice.parse({}));
      for (let time = 0; time < 2; time += 1) {
        for await (const chunk of records) {
          expect(chunk).toHaveLength(1_000);
          break;
        }
      }
      await expect.poll(openHandles).toBe(0);
    });
  });
});
