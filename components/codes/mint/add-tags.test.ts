import { expect, it } from "vitest";
import { addTags } from "./add-tags";

it("adds each tag once, at Chinese and Western commas, and never more than ten", () => {
  expect(addTags(["a"], " b,c、a\uFF0Cd, ")).toEqual(["a", "b", "c", "d"]);
  expect(addTags([], "1,2,3,4,5,6,7,8,9,10,11")).toHaveLength(10);
});
