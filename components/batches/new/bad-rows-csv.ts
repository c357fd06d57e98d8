import type { BadRow, RowTable } from "@/lib/batches/schema";
import { csvRow } from "@/lib/core/csv-row";

// Without it Excel reads the file in the code page of the computer.
const BYTE_ORDER_MARK = "\uFEFF";

interface BadRowsWords {
  row: string;
  reason: string;
  /** What is wrong with a row, in words. */
  sentence: (bad: BadRow) => string;
}

/** The bad rows as they came, with their number and what is wrong with them, as a CSV file. */
export function badRowsCsv(
  { columns, rows }: RowTable,
  bad: readonly BadRow[],
  words: BadRowsWords,
): string {
  const lines = [
    [words.row, ...columns, words.reason],
    ...bad.map((one) => {
      const cells = rows[one.row - 1] ?? [];
      return [
        String(one.row),
        ...columns.map((_, place) => cells[place] ?? ""),
        words.sentence(one),
      ];
    }),
  ];
  return BYTE_ORDER_MARK + lines.map(csvRow).join("");
}
