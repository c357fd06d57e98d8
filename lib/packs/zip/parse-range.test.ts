import { expect, it } from "vitest";
import { parseRange } from "@/lib/packs/zip/parse-range";

it.each([
  ["bytes=0-0", { start: 0, end: 0 }],
  ["bytes=10-", { start: 10, end: 99 }],
  ["bytes=10-19", { start: 10, end: 19 }],
  ["Bytes=10-19 ", { start: 10, end: 19 }],
  ["bytes=90-1000", { start: 90, end: 99 }],
  ["bytes=-10", { start: 90, end: 99 }],
  ["bytes=-1000", { start: 0, end: 99 }],
  ["bytes=99-", { start: 99, end: 99 }],
])("%s of 100 bytes is one range", (header, range) => {
  expect(parseRange(header, 100)).toEqual(range);
});

it.each(["bytes=100-", "bytes=100-200", "bytes=-0", `bytes=${"9".repeat(400)}-`])(
  "%s of 100 bytes is nowhere",
  (header) => expect(parseRange(header, 100)).toBe("unsatisfiable"),
);

it.each([
  null,
  "",
  "bytes=-",
  "bytes=20-10",
  "bytes=0-1,5-6",
  "items=0-1",
  "bytes=a-b",
  "bytes=1.5-2",
])("%s asks for the whole", (header) => expect(parseRange(header, 100)).toBe("none"));

it("finds nothing in nothing", () => {
  expect(parseRange("bytes=0-", 0)).toBe("unsatisfiable");
  expect(parseRange("bytes=-5", 0)).toBe("unsatisfiable");
});
