import { expect, it } from "vitest";
import { emptyBatchForm } from "../batch-form-values";
import type { BatchFormValues } from "../batch-form-values";
import { rowProblems, shownCells } from "./faulty-columns";

const columns = Array.from({ length: 300 }, (_, place) => `c${place}`);
const cells = columns.map((name) => name.toUpperCase());
const values: BatchFormValues = {
  ...emptyBatchForm(undefined),
  labelTemplate: "{c5} {c4}",
  pageTemplate: "pages/index/index",
  carries: { as: "scene", column: "c200", fields: [], fixed: [] },
};
const scene = { field: "scene", reason: "sceneLong" } as const;
const label = { field: "label", reason: "labelLong" } as const;
const page = { field: "page", reason: "pageLong" } as const;

it("shows few of many cells: those at fault, those that are used, and the first", () => {
  const shown = shownCells({ cells, problems: [scene] }, values, columns);
  expect(shown.map(({ column }) => column)).toEqual(["c0", "c1", "c2", "c4", "c5", "c200"]);
  expect(shown.filter(({ problems }) => problems)).toEqual([
    { place: 200, column: "c200", text: "C200", problems: [scene] },
  ]);
});

it("says a problem of two cells once, and lets both be mended", () => {
  const shown = shownCells({ cells, problems: [label] }, values, columns);
  const faulty = shown.filter(({ problems }) => problems);
  expect(faulty.map(({ column, problems }) => [column, problems?.length])).toEqual([
    ["c4", 0],
    ["c5", 1],
  ]);
});

it("finds the damaged cells of a row, and reads short rows to their end", () => {
  const problems = [{ field: "row", reason: "cellCharacters" } as const];
  const damaged = ["a", "b\uFFFD"];
  const shown = shownCells({ cells: damaged, problems }, values, columns);
  expect(shown.filter(({ problems }) => problems).map(({ place }) => place)).toEqual([1]);
  expect(shown.at(-1)).toMatchObject({ column: "c200", text: "" });
});

it("keeps a problem without a cell at its row", () => {
  const row = { cells, problems: [page, scene] };
  expect(rowProblems(row, values, columns)).toEqual([page]);
});
