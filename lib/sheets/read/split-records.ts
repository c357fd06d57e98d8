import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import type { Parser } from "csv-parse";
import { z } from "zod";
import { InvalidInputError } from "@/lib/core/errors";
import type { LineRecord } from "@/lib/sheets/read/limit-records";
import type { Delimiter } from "@/lib/sheets/schema";

/**
 * Quoted cells may hold delimiters, line breaks and doubled quotes, as spreadsheets write them; a quote
 * inside a plain cell is a character like any other.
 */
export const CSV_OPTIONS = {
  quote: '"',
  escape: '"',
  record_delimiter: ["\r\n", "\n", "\r"],
  relax_quotes: true,
  relax_column_count: true,
};

const CHUNK_RECORDS = 1_000;

/** What csv-parse has read of the record it is in; its types leave it out. */
const Unfinished = z.object({ state: z.object({ record: z.array(z.string()) }) });

/** Text as records of cells, each with the line it begins in. Throws `rowsQuoteOpen`. */
export async function* splitRecords(
  text: AsyncIterable<string>,
  delimiter: Delimiter,
  firstLine: number,
): AsyncGenerator<LineRecord[], void, void> {
  const parser = parse({ ...CSV_OPTIONS, delimiter });
  // Its failure is the parser's, too, and comes out there.
  const feeding = pipeline(text, parser).catch(() => undefined);
  let line = firstLine;
  let chunk: LineRecord[] = [];
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      chunk.push({ line, cells });
      line += 1 + lineBreaksIn(cells);
      if (chunk.length < CHUNK_RECORDS) continue;
      yield chunk;
      chunk = [];
    }
  } catch (error) {
    if (!(error instanceof CsvError && error.code === "CSV_QUOTE_NOT_CLOSED")) throw error;
    throw new InvalidInputError("rowsQuoteOpen", "rows", { line: line + unfinishedLines(parser) });
  } finally {
    parser.destroy();
    await feeding;
  }
  if (chunk.length > 0) yield chunk;
}

/** Lines between the beginning of the last record and the cell whose quote stays open. */
function unfinishedLines(parser: Parser): number {
  const unfinished = Unfinished.safeParse(parser);
  return unfinished.success ? lineBreaksIn(unfinished.data.state.record) : 0;
}

function lineBreaksIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    if (/[\r\n]/.test(cell)) count += cell.match(/\r\n|\r|\n/g)?.length ?? 0;
  }
  return count;
}
