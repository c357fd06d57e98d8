import { expect, it } from "vitest";
import { whyNot } from "./why-not";

const preview = { codeCount: 0, leftOut: {}, isTooMany: false };

it("tells nothing chosen from all left out, and lets the server decide what is not known yet", () => {
  expect(whyNot(preview)).toBe("none");
  expect(whyNot({ ...preview, leftOut: { trial: 2 } })).toBe("nothing");
  expect(whyNot({ ...preview, codeCount: 100_001, isTooMany: true })).toBe("tooMany");
  expect(whyNot({ ...preview, codeCount: 1, leftOut: { trial: 2 } })).toBeNull();
  expect(whyNot(null)).toBeNull();
});
