import { z } from "zod";
import type { RowsInRequest } from "@/components/batches/new/rows-in-request";
import { Delimiter } from "@/lib/batches/schema";

export const ROWS_SOURCES = ["paste", "lines", "serial"] as const;

/** Everything typed about the rows, for all three ways at once: changing the way loses nothing. */
export const RowsSource = z.object({
  way: z.enum(ROWS_SOURCES),
  paste: z.object({
    text: z.string(),
    delimiter: Delimiter.nullable(),
    hasHeader: z.boolean().nullable(),
  }),
  lines: z.string(),
  serial: z.object({
    prefix: z.string(),
    start: z.number().catch(1),
    step: z.number().catch(1),
    padding: z.number().catch(3),
    count: z.number().catch(100),
  }),
  /** Cells mended in the table after the text was read. */
  edits: z.array(z.object({ row: z.int().min(1), column: z.int().min(0), text: z.string() })),
});
export type RowsSource = z.infer<typeof RowsSource>;
export type RowsWay = RowsSource["way"];
export type CellEdit = RowsSource["edits"][number];

export const NO_ROWS: RowsSource = {
  way: "paste",
  paste: { text: "", delimiter: null, hasHeader: null },
  lines: "",
  serial: { prefix: "", start: 1, step: 1, padding: 3, count: 100 },
  edits: [],
};

/** The question to the server; null while nothing is written. */
export function requestOf({ way, paste, lines, serial }: RowsSource): RowsInRequest | null {
  if (way === "serial") return { source: "serial", serial };
  if (way === "lines") return lines.trim() === "" ? null : { source: "lines", text: lines };
  return paste.text.trim() === "" ? null : { source: "paste", ...paste };
}

/** The table with the mended cells in it; rows that nobody touched stay the same ones. */
export function withEdits(rows: string[][], edits: readonly CellEdit[]): string[][] {
  if (edits.length === 0) return rows;
  const mended = [...rows];
  for (const { row, column, text } of edits) {
    const cells = mended[row - 1];
    if (!cells) continue;
    const copy = Array.from({ length: Math.max(cells.length, column + 1) }, (_, index) =>
      index === column ? text : (cells[index] ?? ""),
    );
    mended[row - 1] = copy;
  }
  return mended;
}
