import { expect, test } from "vitest";
import { moveColumn } from "@/components/packs/spreadsheet/move-column";

test("a column changes places with its neighbour", () => {
  expect(moveColumn(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
  expect(moveColumn(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
});

test("at the ends it stays", () => {
  expect(moveColumn(["a", "b"], 0, -1)).toEqual(["a", "b"]);
  expect(moveColumn(["a", "b"], 1, 1)).toEqual(["a", "b"]);
  expect(moveColumn(["a"], 4, 1)).toEqual(["a"]);
});
