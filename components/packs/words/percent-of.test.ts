import { expect, it } from "vitest";
import { percentOf } from "./percent-of";

it("says 100 only when the last code is done", () => {
  expect([percentOf(0, 3), percentOf(2_999, 3_000), percentOf(3, 3)]).toEqual([0, 99, 100]);
  expect(percentOf(0, 0)).toBe(0);
});
