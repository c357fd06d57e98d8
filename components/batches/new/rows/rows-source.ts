import { z } from "zod";
import { ReadChoice, SheetSource } from "@/lib/sheets/schema";

/** A longer text is not kept in the page: the rows are on the server, and typing stays quick. */
export const SHOWN_TEXT_MAX = 200_000;

/**
 * Everything said about the rows, for all ways at once: changing the way loses nothing. The rows
 * themselves lie on the server, one sheet for each way.
 */
export const RowsSource = z.object({
  way: SheetSource,
  /** Empty beside a sheet: what was pasted is too long for the page. */
  paste: z.object({ text: z.string().max(SHOWN_TEXT_MAX), choice: ReadChoice }),
  lines: z.object({ text: z.string().max(SHOWN_TEXT_MAX) }),
  // A cleared number field is NaN, which JSON writes as null.
  serial: z.object({
    prefix: z.string(),
    start: z.number().catch(1),
    step: z.number().catch(1),
    padding: z.number().catch(3),
    count: z.number().catch(100),
  }),
  file: z.object({ name: z.string(), size: z.number(), choice: ReadChoice }).nullable(),
});
export type RowsSource = z.infer<typeof RowsSource>;

export const SheetIds = z.partialRecord(SheetSource, z.uuid());
export type SheetIds = z.infer<typeof SheetIds>;

/** Nothing chosen: all of it is guessed. */
export const AS_GUESSED: ReadChoice = {
  encoding: null,
  delimiter: null,
  hasHeader: null,
  worksheet: null,
};

export const NO_ROWS: RowsSource = {
  way: "paste",
  paste: { text: "", choice: AS_GUESSED },
  lines: { text: "" },
  serial: { prefix: "", start: 1, step: 1, padding: 3, count: 100 },
  file: null,
};

/** What was chosen about a text stays while it is worked on; an emptied field starts anew. */
export function pasteWith(paste: RowsSource["paste"], text: string): RowsSource["paste"] {
  return text.trim() === "" ? { text, choice: AS_GUESSED } : { ...paste, text };
}
