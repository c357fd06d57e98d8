import fc from "fast-check";
import { expect, test } from "vitest";
import { csvRow } from "@/lib/core/csv-row";

const STARTS = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"];
const cell = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom('"', ",", "\r", "\n", "'", "码", "a", ...STARTS) }),
);
const row = fc.array(cell, { minLength: 1, maxLength: 6 });

/** RFC 4180 as it is written, read character by character. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  let current = "";
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (isQuoted && character === '"' && text[at + 1] === '"') {
      current += '"';
      at += 1;
    } else if (character === '"') {
      isQuoted = !isQuoted;
    } else if (!isQuoted && character === ",") {
      cells.push(current);
      current = "";
    } else if (!isQuoted && character === "\r" && text[at + 1] === "\n") {
      rows.push([...cells, current]);
      cells = [];
      current = "";
      at += 1;
    } else {
      current += character;
    }
  }
  return rows;
}

test("rows read back as they were written, but for the apostrophe of a guarded cell", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
      const guarded = rows.map((cells) =>
        cells.map((text) => (STARTS.some((start) => text.startsWith(start)) ? `'${text}` : text)),
      );
      expect(parse(rows.map(csvRow).join(""))).toEqual(guarded);
    }),
    { numRuns: 1_000 },
  );
});

test("no cell begins like a formula, quoted or not", () => {
  fc.assert(
    fc.property(row, (cells) => {
      for (const written of parse(csvRow(cells)).flat()) {
        expect(STARTS).not.toContain(written[0]);
      }
    }),
    { numRuns: 1_000 },
  );
});

test("a known row, byte by byte", () => {
  expect(csvRow(["=1+1", '5" 海报', "a,b", "＠x", "plain"])).toBe(
    `'=1+1,"5"" 海报","a,b",'＠x,plain\r\n`,
  );
});
