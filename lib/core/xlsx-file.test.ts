import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { xlsxFile } from "@/lib/core/xlsx-file";
import { readBytes } from "@/lib/sheets/read/testing/row-files";

type Cell = string | number;

const HEADER = ["名称", "数量"];

/** A source of these pages, which counts those that were read. */
function pagesOf(pages: readonly (readonly Cell[][])[]) {
  const read = { count: 0 };
  return {
    read,
    source: {
      header: HEADER,
      readPage: async (cursor: string | undefined) => {
        read.count += 1;
        const place = Number(cursor ?? 0);
        const next = place + 1 < pages.length ? String(place + 1) : null;
        return { rows: pages[place] ?? [], next };
      },
      toCells: (row: Cell[]) => row,
    },
  };
}

const written = async (pages: readonly (readonly Cell[][])[]) =>
  buffer(xlsxFile(pagesOf(pages).source) as AsyncIterable<Uint8Array>);
const readBack = async (pages: readonly (readonly Cell[][])[]) =>
  (await readBytes(await written(pages))).rows.slice(1);

const cell = fc
  .string({
    unit: fc.constantFrom(
      "店",
      "a",
      "=",
      "+",
      "'",
      '"',
      "<",
      "&",
      "]]>",
      "_x000D_",
      "\r",
      "\n",
      "😀",
      " ",
    ),
    minLength: 1,
  })
  .map((text) => text.trim())
  .filter((text) => text !== "");

test("rows read back as they were written, page after page", async () => {
  const row = fc.array(fc.oneof(cell, fc.integer()), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(row, { minLength: 1 }), { minLength: 1 }), async (pages) => {
      const wanted = pages.flat().map((cells) => cells.map(String));
      expect(await readBack(pages)).toEqual(wanted);
    }),
    { numRuns: 60 },
  );
});

test("a text that looks like a formula is text, without an apostrophe; a number is a number", async () => {
  expect(
    await readBack([
      [
        ["=SUM(A1)", -5],
        ["+1", 1.5],
        ["@x", Number.NaN],
      ],
    ]),
  ).toEqual([
    ["=SUM(A1)", "-5"],
    ["+1", "1.5"],
    ["@x", "NaN"],
  ]);
});

test("what XML cannot hold is replaced, and nothing else is", async () => {
  expect(await readBack([[["a\0b\u0007c", "d\uD800e\uFFFF", "tab\tand\u0085"]]])).toEqual([
    ["a\uFFFDb\uFFFDc", "d\uFFFDe\uFFFD", "tab\tand\u0085"],
  ]);
});

test("a file without rows has its header", async () => {
  expect((await readBytes(await written([[]]))).rows).toEqual([HEADER]);
});

test("pages are read when asked for, and no more once the reader has gone", async () => {
  // As random as it must be to fill the pipes.
  let seed = 1;
  const page = Array.from({ length: 200 }, () => [
    Array.from({ length: 300 }, () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed.toString(36);
    }).join(""),
  ]);
  const { source, read } = pagesOf(Array.from({ length: 200 }, () => page));
  const reader = xlsxFile(source).getReader();
  expect(read.count).toBe(0);
  await reader.read();
  await reader.read();
  await reader.read();
  expect(read.count).toBeLessThan(10);
  await reader.cancel();
  const { count } = read;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(read.count).toBe(count);
  expect((await reader.read()).done).toBe(true);
});

test("a page that cannot be read fails the file", async () => {
  const { source } = pagesOf([[["a"]], [["b"]]]);
  const failing = {
    ...source,
    readPage: async (cursor: string | undefined) => {
      if (cursor) throw new Error("gone");
      return source.readPage(cursor);
    },
  };
  await expect(buffer(xlsxFile(failing) as AsyncIterable<Uint8Array>)).rejects.toThrow("gone");
});
