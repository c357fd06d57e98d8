import { expect, it } from "vitest";
import { progressOf } from "./progress-of";

const NONE = {
  queued: 0,
  held: 0,
  sent: 0,
  minted: 0,
  refused: 0,
  unknown: 0,
  repeats: 0,
  bad: 0,
};

it("counts what will be minted, and says 100 only at the end", () => {
  const nearly = { ...NONE, minted: 2_990, refused: 5, unknown: 4, sent: 1, repeats: 7, bad: 2 };
  expect(progressOf(nearly)).toEqual({
    total: 3_000,
    ended: 2_999,
    failed: 9,
    waiting: 1,
    skipped: 9,
    percent: 99,
  });
  expect(progressOf({ ...NONE, minted: 3 }).percent).toBe(100);
  expect(progressOf({ ...NONE, held: 3 }).percent).toBe(0);
});
