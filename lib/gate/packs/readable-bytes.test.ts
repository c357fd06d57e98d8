import { expect, test } from "vitest";
import { readableBytes } from "@/lib/gate/packs/readable-bytes";

test.each([
  [0, "0 byte"],
  [999, "999 byte"],
  [1_234, "1.2 kB"],
  [61_440, "60 kB"],
  [12_345_678, "11.8 MB"],
  [6_300_000_000, "5.9 GB"],
  [6_300_000_000_000, "5,867.3 GB"],
])("%i bytes are %s", (byteSize, text) => {
  expect(readableBytes("en", byteSize)).toBe(text);
});
