import { z } from "zod";
import { Delimiter } from "@/lib/batches/schema";

/** What the server is asked to make a table of; a guess that was not changed is null. */
export const RowsInRequest = z.discriminatedUnion("source", [
  z.object({
    source: z.literal("paste"),
    text: z.string(),
    delimiter: Delimiter.nullable(),
    hasHeader: z.boolean().nullable(),
  }),
  z.object({ source: z.literal("lines"), text: z.string() }),
  z.object({
    source: z.literal("serial"),
    serial: z.object({
      prefix: z.string(),
      // A cleared number field is NaN, which JSON writes as null: the parser says what is wrong.
      start: z.number().catch(-1),
      step: z.number().catch(0),
      padding: z.number().catch(-1),
      count: z.number().catch(0),
    }),
  }),
]);
export type RowsInRequest = z.infer<typeof RowsInRequest>;
