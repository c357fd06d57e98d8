import { FORMULA_START } from "@/lib/codes/schema";

/**
 * One line of a CSV file by RFC 4180. Spreadsheets run a cell that begins like a formula,
 * so such a cell gets an apostrophe in front and stays text.
 */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(text: string): string {
  const safe = FORMULA_START.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
