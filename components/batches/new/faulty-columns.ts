import type { BatchFormValues } from "@/components/batches/new/batch-form-values";
import { columnsIn } from "@/components/batches/new/guess-columns";
import type { RowProblem } from "@/lib/batches/schema";

type Filled = Pick<BatchFormValues, "labelTemplate" | "pageTemplate" | "pathTemplate" | "carries">;

/** Places of the columns a row's problems come from, in the order of the table. */
export function faultyColumns(
  problems: readonly RowProblem[],
  values: Filled,
  columns: readonly string[],
): number[] {
  const names = new Set(problems.flatMap(({ field }) => namesFor(field, values, columns)));
  const places = columns.flatMap((name, place) => (names.has(name) ? [place] : []));
  // A fault in the fixed part of a template has no column: then the whole row is shown.
  return places.length > 0 ? places : columns.map((_, place) => place);
}

function namesFor(
  field: RowProblem["field"],
  { labelTemplate, pageTemplate, pathTemplate, carries }: Filled,
  columns: readonly string[],
): readonly string[] {
  if (field === "label") return columnsIn(labelTemplate);
  if (field === "page") return columnsIn(pageTemplate);
  if (field === "path") return columnsIn(pathTemplate);
  if (field === "scene") return [carries.column];
  if (field === "payload") return carries.fields.map(({ column }) => column);
  return columns;
}
