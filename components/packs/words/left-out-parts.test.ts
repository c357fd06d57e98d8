import { expect, it } from "vitest";
import { leftOutParts, leftOutTotal } from "./left-out-parts";

it("names only reasons that left something out, in one order, and adds them up", () => {
  const leftOut = { unknown: 2, trial: 1, waiting: 0 };
  expect(leftOutParts(leftOut)).toEqual([
    { reason: "trial", count: 1 },
    { reason: "unknown", count: 2 },
  ]);
  expect(leftOutTotal(leftOut)).toBe(3);
  expect(leftOutTotal({})).toBe(0);
});
