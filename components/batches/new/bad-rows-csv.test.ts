import { expect, it } from "vitest";
import { badRowsCsv } from "./bad-rows-csv";

it("writes the bad rows with their reasons, and defuses formulas", () => {
  const table = {
    columns: ["门店", "编号"],
    rows: [["徐汇店", "1"], ['静安 "大" 店', "=1+1"], ["短"]],
  };
  const bad = [2, 3].map((row) => ({ row, problems: [] }));
  const file = badRowsCsv(table, bad, {
    row: "行",
    reason: "原因",
    sentence: ({ row }) => `不行, ${row}`,
  });
  expect(file).toBe(
    '\uFEFF行,门店,编号,原因\r\n2,"静安 ""大"" 店",\'=1+1,"不行, 2"\r\n3,短,,"不行, 3"\r\n',
  );
});
