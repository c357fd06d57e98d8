import type { RowProblem } from "@/lib/batches/draft-schema";
import type { ParsedRowsInput } from "@/lib/batches/schema";
import { columnsIn } from "@/lib/batches/template-schema";

/** The one column that what stands against a row comes from; null where it is none, or several together. */
export function columnOf(form: ParsedRowsInput, { field, key }: RowProblem): string | null {
  const columns = columnsFor(form, field, key);
  return columns.length === 1 ? (columns[0] ?? null) : null;
}

function columnsFor(
  form: ParsedRowsInput,
  field: RowProblem["field"],
  key: string | undefined,
): string[] {
  if (field === "label") return columnsIn(form.labelTemplate);
  if (form.kind !== "WXACODE_UNLIMITED") {
    return field === "path" ? columnsIn(form.pathTemplate) : [];
  }
  if (field === "page") return columnsIn(form.pageTemplate);
  const { carries } = form;
  if (carries.as === "scene") return field === "scene" ? [carries.column] : [];
  if (field !== "payload") return [];
  return carries.fields
    .filter(({ name }) => key === undefined || name === key)
    .map(({ column }) => column);
}
