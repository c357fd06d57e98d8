import { expect, it } from "vitest";
import { insertAt } from "./insert-at";

it("puts a piece where the cursor stands, in place of what is marked", () => {
  expect(insertAt("a-c", "{b}", { start: 2, end: 2 })).toEqual({ text: "a-{b}c", cursor: 5 });
  expect(insertAt("a-c", "{b}", { start: 0, end: 3 })).toEqual({ text: "{b}", cursor: 3 });
});
