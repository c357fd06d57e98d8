import { expect, it } from "vitest";
import { printedMm } from "./physical-size";

it("says the printed edge in millimetres at 300 dpi", () => {
  expect(printedMm(430)).toBe(36.4);
  expect(printedMm(1280)).toBe(108.4);
  expect(printedMm(300, 150)).toBe(50.8);
});
