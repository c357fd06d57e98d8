import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseLines } from "@/lib/batches/rows-in/parse-lines";
import { parsePastedRows } from "@/lib/batches/rows-in/parse-pasted-rows";
import { serialRows } from "@/lib/batches/rows-in/serial-rows";
import { BATCH_ROWS_MAX, CELL_MAX_LENGTH } from "@/lib/batches/schema";
import type { Delimiter } from "@/lib/batches/schema";

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const asText = (rows: string[][], delimiter: Delimiter) =>
  rows.map((cells) => cells.map(quoted).join(delimiter)).join("\r\n");
const paste = (text: string, choice = {}) => {
  const parsed = parsePastedRows(text, choice);
  if (!parsed.ok) throw new Error(parsed.problem.reason);
  return parsed.table;
};
const problem = (text: string) => {
  const parsed = parsePastedRows(text);
  return parsed.ok ? null : parsed.problem;
};

describe("pasted rows", () => {
  const cell = fc
    .string({ unit: fc.constantFrom("店", "a", "1", ",", ";", "\t", '"', "\n", "=", " ") })
    .map((text) => text.trim());
  const table = fc
    .integer({ min: 1, max: 5 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }),
    )
    .map((rows) => rows.filter((cells) => cells.some((text) => text !== "")))
    .filter((rows) => rows.length > 0);

  it("come back cell by cell, whatever stands in them", () => {
    fc.assert(
      fc.property(table, fc.constantFrom<Delimiter>("\t", ",", ";"), (rows, delimiter) => {
        const choice = { delimiter, hasHeader: false };
        expect(paste(asText(rows, delimiter), choice).rows).toEqual(rows);
      }),
    );
  });

  it("are cut where a sheet puts tabs, and otherwise where the rows agree", () => {
    expect(paste("门店\t地址\n朝阳店\t路 1 号, 2 层; 东\n海淀店\t西")).toMatchObject({
      delimiter: "\t",
      hasHeader: true,
      columns: ["门店", "地址"],
      rows: [
        ["朝阳店", "路 1 号, 2 层; 东"],
        ["海淀店", "西"],
      ],
    });
    expect(paste("a1;1,5\na2;2,5\na3;3").delimiter).toBe(";");
    expect(paste("a1,x\na2,y").delimiter).toBe(",");
  });

  it("tell a header from a first row", () => {
    for (const header of ["店号,店名", "Store ID,Name", "scene,label", "桌号,备注"]) {
      expect(paste(`${header}\n1001,x\n1002,y`).hasHeader, header).toBe(true);
    }
    for (const first of ["朝阳门店,北京", "1001,店名", "Alice,Bob"]) {
      expect(paste(`${first}\n1002,y\n1003,z`).hasHeader, first).toBe(false);
    }
    expect(paste("1001,x\n1002,y").columns).toEqual(["A", "B"]);
  });

  it("name every column differently, without braces", () => {
    expect(paste("名称,名称,{店号},\n1,2,3,4", { hasHeader: true }).columns).toEqual([
      "名称",
      "名称 2",
      "店号",
      "D",
    ]);
  });

  it("are refused with the line at fault", () => {
    expect(problem(" \n\n")).toEqual({ reason: "rowsMissing", values: {} });
    expect(problem('a,b\nc,"open')).toEqual({ reason: "rowsQuoteOpen", values: { line: 2 } });
    expect(problem(`a\n${"x".repeat(CELL_MAX_LENGTH + 1)}`)).toMatchObject({
      reason: "rowsCellLong",
      values: { line: 2 },
    });
    expect(problem(",".repeat(200) + "x")).toMatchObject({ reason: "rowsColumnsMany" });
    expect(problem("x\n".repeat(BATCH_ROWS_MAX + 1))).toMatchObject({ reason: "rowsMany" });
  });
});

describe("lines", () => {
  it("are one value each, delimiters and quotes included", () => {
    expect(parseLines('\uFEFF朝阳, "1" 店\r\n\r\n  海淀;店 ')).toEqual({
      ok: true,
      table: { columns: ["A"], rows: [['朝阳, "1" 店'], ["海淀;店"]] },
    });
    expect(parseLines("\n")).toMatchObject({ ok: false, problem: { reason: "rowsMissing" } });
  });
});

describe("serial numbers", () => {
  it("count from the start by the step, each once", () => {
    const serial = fc.record({
      prefix: fc.constantFrom("", "T-", "桌"),
      start: fc.nat(1000),
      step: fc.integer({ min: 1, max: 9 }),
      padding: fc.nat(8),
      count: fc.integer({ min: 1, max: 300 }),
    });
    fc.assert(
      fc.property(serial, (told) => {
        const made = serialRows(told);
        if (!made.ok) throw new Error("refused");
        const values = made.table.rows.map(([value = ""]) => value);
        expect(new Set(values).size).toBe(told.count);
        const numbers = values.map((value) => Number(value.slice(told.prefix.length)));
        expect(numbers).toEqual(
          Array.from({ length: told.count }, (_, index) => told.start + told.step * index),
        );
        for (const value of values) {
          expect(value.length - told.prefix.length).toBeGreaterThanOrEqual(told.padding);
        }
      }),
    );
  });

  it("refuse what cannot be counted", () => {
    const serial = { prefix: "T", start: 1, step: 1, padding: 3, count: 5 };
    for (const change of [{ step: 0 }, { start: 2, step: -1 }, { count: 0 }, { start: 1.5 }]) {
      expect(serialRows({ ...serial, ...change })).toMatchObject({
        problem: { reason: "serialNumber" },
      });
    }
    expect(serialRows({ ...serial, prefix: "\n" })).toMatchObject({
      problem: { reason: "serialPrefix" },
    });
    expect(serialRows({ ...serial, count: BATCH_ROWS_MAX + 1 })).toMatchObject({
      problem: { reason: "rowsMany" },
    });
  });
});
