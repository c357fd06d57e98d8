import { CsvError } from "csv-parse";
import { parse } from "csv-parse/sync";
import { CSV_OPTIONS } from "@/lib/sheets/read/split-records";
import { Delimiter } from "@/lib/sheets/schema";

const GUESS_FROM_RECORDS = 20;

/**
 * The delimiter that cuts the first records into the most columns, the same number in each; tabs, which
 * sheets put between copied cells, where two do equally well. `isWhole` when the text is not only a start.
 */
export function guessDelimiter(text: string, isWhole: boolean): Delimiter {
  let best: Delimiter = ",";
  let bestWidth = 1;
  for (const delimiter of Delimiter.options) {
    const widths = firstRecords(text, delimiter, isWhole)
      .filter((cells) => cells.join("") !== "")
      .map((cells) => cells.length);
    const narrowest = Math.min(...widths);
    const isEven = widths.every((width) => width === narrowest);
    const score = isEven ? narrowest : narrowest > 1 ? 1.5 : 1;
    if (widths.length > 0 && score > bestWidth) {
      best = delimiter;
      bestWidth = score;
    }
  }
  return best;
}

/** None where a quotation mark stays open: cut so, the text makes no sense. */
function firstRecords(text: string, delimiter: Delimiter, isWhole: boolean): string[][] {
  const records: string[][] = [];
  const options = { ...CSV_OPTIONS, delimiter, to: GUESS_FROM_RECORDS };
  try {
    parse(text, { ...options, on_record: (cells: string[]) => void records.push(cells) });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return isWhole ? [] : records;
  }
  // The start of a text ends anywhere, also in the middle of a record.
  return isWhole || records.length === GUESS_FROM_RECORDS ? records : records.slice(0, -1);
}
