import { createReadStream } from "node:fs";
import { parse } from "csv-parse";

/** The records of a CSV file, one after the other. */
export function openRecords(path: string): AsyncIterable<string[]> {
  const parser = parse({ bom: true, relaxColumnCount: true, skipEmptyLines: true });
  const file = createReadStream(path);
  file.on("error", (error) => parser.destroy(error));
  return file.pipe(parser);
}
