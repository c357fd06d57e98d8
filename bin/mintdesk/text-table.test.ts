import { describe, expect, it } from "vitest";
import { plainText, textFacts, textTable, textWidth } from "./text-table";

describe("tables", () => {
  it("stand in line, Chinese characters being two places wide", () => {
    const table = textTable(
      ["Name", "id"],
      [
        ["桌贴", 1],
        ["Table", 2],
      ],
    );
    expect(table.split("\n")).toEqual(["Name   id", "桌贴   1", "Table  2"]);
    expect(textWidth("桌a，😀")).toBe(7);
  });

  it("keep one line a row and nothing a terminal would obey", () => {
    expect(plainText("a\n\u001b[31mb\u202e")).toBe("a [31mb");
    expect(textFacts([["x", null]])).toBe("x  —");
    expect(textFacts([["payload", { shop: 7 }]])).toBe('payload  {"shop":7}');
  });
});
