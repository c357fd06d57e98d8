import { expect, it } from "vitest";
import { DEFAULT_POSTER } from "@/lib/packs/template-schema";
import { fitPoster, ratioOf, textsOverCode } from "./fit-poster";

it("a code that no longer fits on another background is moved up and made smaller", () => {
  const wide = { pixelWidth: 3_000, pixelHeight: 1_000 };
  const { code } = fitPoster(DEFAULT_POSTER, wide);
  expect(code.width).toBeLessThanOrEqual(100 / 3);
  expect(code.y + code.width * ratioOf(DEFAULT_POSTER, wide)).toBeLessThanOrEqual(100);
  expect(code.y).toBeGreaterThanOrEqual(0);
});

it("a code that fits stays where it was dragged to", () => {
  expect(fitPoster(DEFAULT_POSTER, { pixelWidth: 1_000, pixelHeight: 1_400 })).toEqual(
    DEFAULT_POSTER,
  );
  expect(fitPoster(DEFAULT_POSTER, null)).toEqual(DEFAULT_POSTER);
});

it("a text over the code is told of, one above, below or beside it is not", () => {
  const ratio = ratioOf(DEFAULT_POSTER, null);
  expect(textsOverCode(DEFAULT_POSTER, ratio)).toEqual([]);
  const [first, second] = DEFAULT_POSTER.texts;
  if (!first || !second) throw new Error("There are no texts.");
  const over = { ...second, y: 50 };
  const texts = [first, over, { ...over, x: 76, width: 20 }, { ...over, x: 5, width: 20 }];
  expect(textsOverCode({ ...DEFAULT_POSTER, texts }, ratio)).toEqual([1]);
});
