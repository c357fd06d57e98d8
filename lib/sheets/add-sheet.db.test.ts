import { readdir } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { uploadsFolder } from "@/lib/runtime";
import { addSheet } from "@/lib/sheets/add-sheet";
import { getSheet } from "@/lib/sheets/get-sheet";
import { readRows } from "@/lib/sheets/read-rows";
import { removeOldSheets } from "@/lib/sheets/remove-old-sheets";
import { SHEET_KEPT_DAYS, SHEET_MAX_BYTES, SHEET_ROWS_MAX } from "@/lib/sheets/schema";
import { INCOMING_FOLDER } from "@/lib/storage/put-durably";
import { asPerson, contextFor, openTestRuntime } from "@/lib/testing/test-runtime";
import type { Context } from "@/lib/core/context";
import type { Runtime } from "@/lib/runtime";

let runtime: Runtime;
let operator: Context;

beforeAll(async () => {
  runtime = await openTestRuntime();
  operator = await asPerson(runtime, "operator");
});
afterAll(() => runtime.close());

const bodyOf = (...parts: (string | Uint8Array<ArrayBuffer>)[]) => new Blob(parts).stream();
const paste = (text: string, choice = {}, ctx = operator) =>
  addSheet(ctx, { source: "paste", body: bodyOf(text), choice });

async function rowsOf(sheetId: string): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const chunk of readRows(operator, sheetId)) {
    rows.push(...chunk.map(({ cells }) => cells));
  }
  return rows;
}

describe("rows somebody brings", () => {
  it("are kept as they came, under the names of their header", async () => {
    const sheet = await paste("门店\t编号\n朝阳店\ts1\n\n海淀店\ts2\t备注");
    expect(sheet).toMatchObject({
      source: "paste",
      columns: ["门店", "编号", "C"],
      rowCount: 2,
      form: { format: "text", delimiter: "\t", hasHeader: true },
      firstRows: [
        ["朝阳店", "s1"],
        ["海淀店", "s2", "备注"],
      ],
      samples: [["朝阳店", "海淀店"], ["s1", "s2"], ["备注"]],
    });
    const chosen = await paste("门店\t编号\n朝阳店\ts1", { hasHeader: false, delimiter: "," });
    expect(chosen).toMatchObject({ columns: ["A"], rowCount: 2, form: { hasHeader: false } });
  });

  it("come as lines, as serial numbers and as a GBK file, too", async () => {
    const lines = await addSheet(operator, { source: "lines", body: bodyOf("a,b\r\n\n \nc\t d") });
    expect(await rowsOf(lines.id)).toEqual([["a,b"], ["c\t d"]]);
    const serial = { prefix: "T-", start: 8, step: 2, padding: 3, count: 2_500 };
    const numbers = await addSheet(operator, { source: "serial", serial });
    expect(numbers).toMatchObject({ rowCount: 2_500, columns: ["A"], lastRow: ["T-5006"] });
    expect(numbers.firstRows.slice(0, 2)).toEqual([["T-008"], ["T-010"]]);
    // 门店,编号 ⏎ 中文,1 in GBK
    const gbk = Uint8Array.from([
      0xc3, 0xc5, 0xb5, 0xea, 0x2c, 0xb1, 0xe0, 0xba, 0xc5, 0x0a, 0xd6, 0xd0, 0xce, 0xc4, 0x2c,
      0x31,
    ]);
    const file = await addSheet(operator, {
      source: "file",
      fileName: "门店.csv",
      body: bodyOf(gbk),
      choice: {},
    });
    expect(file).toMatchObject({
      fileName: "门店.csv",
      columns: ["门店", "编号"],
      form: { encoding: "gb18030" },
      firstRows: [["中文", "1"]],
    });
  });

  it("are all kept or none, and leave no file behind", async () => {
    const before = await runtime.db.sheet.count();
    const refused: [string, () => Promise<unknown>][] = [
      ["rowsMissing", () => paste(" \n\n")],
      ["rowsQuoteOpen", () => paste('a,b\nc,"open')],
      ["rowsMany", () => paste("x\n".repeat(SHEET_ROWS_MAX + 1), { hasHeader: false })],
      ["rowsMissing", () => paste("只有表头", { hasHeader: true })],
      ["fileLarge", () => paste("x".repeat(SHEET_MAX_BYTES + 1))],
    ];
    for (const [reason, add] of refused) await expect(add()).rejects.toMatchObject({ reason });
    expect(await runtime.db.sheet.count()).toBe(before);
    expect(await runtime.db.sheetRow.count({ where: { sheet: { rowCount: 0 } } })).toBe(0);
    const incoming = path.join(uploadsFolder(runtime.env), INCOMING_FOLDER);
    expect(await readdir(incoming)).toEqual([]);
  });

  it("replace the ones they follow, of the same person only", async () => {
    const first = await paste("a\n1\n2");
    const other = await asPerson(runtime, "admin");
    await addSheet(other, { source: "lines", body: bodyOf("x"), replaces: first.id });
    expect((await getSheet(operator, { sheetId: first.id })).id).toBe(first.id);
    await expect(getSheet(other, { sheetId: first.id })).rejects.toMatchObject({
      code: "not_found",
    });
    await addSheet(operator, { source: "lines", body: bodyOf("x"), replaces: first.id });
    await expect(getSheet(operator, { sheetId: first.id })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("are not for marketing", async () => {
    const marketing = await asPerson(runtime, "marketing");
    await expect(paste("a\n1", {}, marketing)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("go after a week", async () => {
    const { id } = await paste("a\n1\n2");
    const job = (days: number) => {
      const then = () => new Date(Date.now() + days * 24 * 60 * 60 * 1000);
      return contextFor(runtime, { kind: "job", id: null, name: "sheets.remove-old" }, then);
    };
    await removeOldSheets(job(SHEET_KEPT_DAYS - 1));
    expect(await runtime.db.sheetRow.count({ where: { sheetId: id } })).toBe(3);
    await removeOldSheets(job(SHEET_KEPT_DAYS + 1));
    expect(await runtime.db.sheetRow.count({ where: { sheetId: id } })).toBe(0);
    await expect(removeOldSheets(operator)).rejects.toMatchObject({ code: "forbidden" });
  });
});
