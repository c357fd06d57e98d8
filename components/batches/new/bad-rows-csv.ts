import type { BadRow, RowTable } from "@/lib/batches/schema";
import { FORMULA_START } from "@/lib/codes/schema";

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
  return `${BYTE_ORDER_MARK}${lines.map((cells) => cells.map(cellOf).join(",")).join("\r\n")}\r\n`;
}

/** Text stays text in a spreadsheet, also where it begins like a formula. */
function cellOf(text: string): string {
  const plain = FORMULA_START.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) || plain !== text ? `"${plain.replaceAll('"', '""')}"` : plain;
}
