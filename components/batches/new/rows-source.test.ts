import { expect, it } from "vitest";
import { NO_ROWS, requestOf, withEdits } from "./rows-source";

it("mends cells without touching other rows, also where a row is shorter than its table", () => {
  const rows = [["a", "1"], ["b"]];
  const mended = withEdits(rows, [
    { row: 2, column: 2, text: "z" },
    { row: 9, column: 0, text: "nowhere" },
  ]);
  expect(mended).toEqual([
    ["a", "1"],
    ["b", "", "z"],
  ]);
  expect(mended[0]).toBe(rows[0]);
  expect(rows[1]).toEqual(["b"]);
});

it("asks nothing while nothing is written", () => {
  expect(requestOf(NO_ROWS)).toBeNull();
  expect(requestOf({ ...NO_ROWS, way: "lines", lines: " \n" })).toBeNull();
  expect(requestOf({ ...NO_ROWS, way: "serial" })).toMatchObject({ source: "serial" });
});
