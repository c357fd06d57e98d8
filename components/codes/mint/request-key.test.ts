import { expect, it } from "vitest";
import { RequestKeys } from "./request-key";

it("keeps the key while nothing was answered and nothing changed", () => {
  const keys = new RequestKeys();
  const first = keys.keyFor({ label: "a" });
  expect(keys.keyFor({ label: "a" })).toBe(first);
  const other = keys.keyFor({ label: "b" });
  expect(other).not.toBe(first);
  keys.answered();
  expect(keys.keyFor({ label: "b" })).not.toBe(other);
});
