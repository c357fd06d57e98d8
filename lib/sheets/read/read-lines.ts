import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { InvalidInputError } from "@/lib/core/errors";
import { CELL_MAX_LENGTH } from "@/lib/sheets/schema";

const CHUNK_RECORDS = 1_000;

/** A UTF-8 file as records of one cell, a line each whatever stands in it; empty lines are left out. */
export async function* readLines(path: string): AsyncGenerator<string[][], void, void> {
  const input = createReadStream(path, { encoding: "utf8" });
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  let chunk: string[][] = [];
  let line = 0;
  try {
    for await (const text of lines) {
      line += 1;
      const value = text.replace(/^\uFEFF/, "").trim();
      if (value === "") continue;
      if (value.length > CELL_MAX_LENGTH) {
        throw new InvalidInputError("rowsCellLong", "rows", { line, most: CELL_MAX_LENGTH });
      }
      chunk.push([value]);
      if (chunk.length < CHUNK_RECORDS) continue;
      yield chunk;
      chunk = [];
    }
    if (chunk.length > 0) yield chunk;
  } finally {
    lines.close();
    input.destroy();
  }
}
