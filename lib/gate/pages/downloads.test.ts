import { expect, test } from "vitest";
import { Downloads } from "@/lib/gate/pages/downloads";

test("downloads are so many of a link and so many in all, and an end makes room", () => {
  const downloads = new Downloads();
  const begun = Array.from({ length: 60 }, (_, place) => `link ${place % 6}`).filter((link) =>
    downloads.begin(link),
  );
  expect(begun).toHaveLength(40);
  expect(downloads.begin("link of nobody else")).toBe(false);
  downloads.end("link 0");
  expect(downloads.begin("link of nobody else")).toBe(true);
  downloads.end("link of nobody else");
  expect(downloads.begin("link 1")).toBe(true);
});

test("one link cannot take all of it", () => {
  const downloads = new Downloads();
  const begun = Array.from({ length: 9 }, () => downloads.begin("one"));
  expect(begun.filter(Boolean)).toHaveLength(8);
  expect(downloads.begin("other")).toBe(true);
  downloads.end("one");
  expect(downloads.begin("one")).toBe(true);
});
