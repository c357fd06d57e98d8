import type { BatchFormValues } from "@/components/batches/new/batch-form-values";
import type { DraftRow, RowProblem } from "@/lib/batches/draft-schema";
import { columnsIn, usedColumns } from "@/lib/batches/template-schema";

const MOST_SHOWN = 8;
const AT_LEAST = 3;
/** Stands where a character could not be stored. */
const DAMAGED = "\uFFFD";

interface ShownCell {
  place: number;
  column: string;
  text: string;
  /** What is wrong with it, each problem at the first cell it comes from. */
  problems: RowProblem[] | null;
}

/**
 * The cells of a row that matter, in the order of the table: those at fault, those the form takes something
 * from, and a few more to know the row by.
 */
export function shownCells(
  { cells, problems }: Pick<DraftRow, "cells" | "problems">,
  values: BatchFormValues,
  columns: readonly string[],
): ShownCell[] {
  const faults = new Map<number, RowProblem[]>();
  for (const problem of problems) {
    const places = placesOf(problem, cells, values, columns);
    for (const [index, place] of places.entries()) {
      faults.set(place, [...(faults.get(place) ?? []), ...(index === 0 ? [problem] : [])]);
    }
  }
  const used = usedColumns(values).map((name) => columns.indexOf(name));
  const known = columns.slice(0, AT_LEAST).map((_, place) => place);
  const others = [...used, ...known].filter((place) => place >= 0).slice(0, MOST_SHOWN);
  return [...new Set([...faults.keys(), ...others])]
    .toSorted((a, b) => a - b)
    .map((place) => ({
      place,
      column: columns[place] ?? "",
      text: cells[place] ?? "",
      problems: faults.get(place) ?? null,
    }));
}

/** Problems that no cell can put right, as a fault in the fixed part of a template. */
export function rowProblems(
  { cells, problems }: Pick<DraftRow, "cells" | "problems">,
  values: BatchFormValues,
  columns: readonly string[],
): RowProblem[] {
  return problems.filter((problem) => placesOf(problem, cells, values, columns).length === 0);
}

/** Places of the columns a problem comes from. */
function placesOf(
  { field, key }: RowProblem,
  cells: readonly string[],
  { labelTemplate, pageTemplate, pathTemplate, carries }: BatchFormValues,
  columns: readonly string[],
): number[] {
  if (field === "row") {
    return columns.flatMap((_, place) => (cells[place]?.includes(DAMAGED) ? [place] : []));
  }
  const names = {
    label: () => columnsIn(labelTemplate),
    page: () => columnsIn(pageTemplate),
    path: () => columnsIn(pathTemplate),
    scene: () => [carries.column],
    payload: () =>
      carries.fields
        .filter(({ name }) => key === undefined || name === key)
        .map(({ column }) => column),
  }[field]();
  return names.map((name) => columns.indexOf(name)).filter((place) => place >= 0);
}
