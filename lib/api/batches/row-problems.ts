import { z } from "zod";
import { columnOf } from "@/lib/batches/column-of";
import { RowField } from "@/lib/batches/draft-schema";
import type { RowProblem as Found } from "@/lib/batches/draft-schema";
import type { ParsedRowsInput } from "@/lib/batches/schema";

/** What stands against a row. */
export const RowProblem = z
  .object({
    field: RowField.describe("Part of the code it is about."),
    column: z.string().nullable().describe("Column it comes from; null where it is no single one."),
    key: z.string().nullable().describe("Name in the payload, where one value of it is at fault."),
    reason: z.string().describe("A word for programs."),
    detail: z.string().describe("What is wrong and what helps, in the language asked for."),
  })
  .meta({ id: "BatchRowProblem" });

export type Sentence = (reason: string, values: Record<string, string | number>) => string;

export function rowProblem(
  found: Found,
  sentence: Sentence,
  form: ParsedRowsInput | null,
): z.input<typeof RowProblem> {
  const { field, reason, key = null, values = {} } = found;
  const column = form && columnOf(form, found);
  return { field, column, key, reason, detail: sentence(reason, values) };
}
