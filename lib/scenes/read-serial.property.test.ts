import fc from "fast-check";
import { expect, test } from "vitest";
import { readSerial } from "./read-serial";

const letter = fc.constantFrom(..."ACDEFGHJKLMNPRTUVWXY");
const block = fc
  .tuple(letter, fc.integer({ min: 2, max: 9 }), letter, fc.option(letter, { nil: "" }))
  .map((parts) => parts.join(""));
const digits = fc.integer({ min: 0, max: 9_999 }).map((number) => String(number).padStart(4, "0"));
const serial = fc.tuple(block, digits);

/** Spaces wherever people put them. */
const spaced = (text: string): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom("", "", " ", "\u3000", "\t"), {
      minLength: text.length,
      maxLength: text.length,
    })
    .map((gaps) => [...text].map((character, at) => `${character}${gaps[at] ?? ""}`).join(""));

/** What somebody makes of a serial on its way from a poster into a field. */
const misread = serial.chain(([front, back]) =>
  fc
    .record({
      hyphen: fc.constantFrom("-", "", " ", "–", "－", " - "),
      zero: fc.constantFrom("0", "O", "o"),
      one: fc.constantFrom("1", "I", "l", "i", "L"),
      isLower: fc.boolean(),
      isWide: fc.boolean(),
    })
    .chain(({ hyphen, zero, one, isLower, isWide }) => {
      const typed = `${front}${hyphen}${back.replaceAll("0", zero).replaceAll("1", one)}`;
      const cased = isLower ? typed.toLowerCase() : typed;
      return fc.record({
        right: fc.constant(`${front}-${back}`),
        typed: spaced(isWide ? widen(cased) : cased),
      });
    }),
);

/** As an input method for Chinese leaves it. */
function widen(text: string): string {
  return text.replace(/[0-9A-Za-z]/g, (character) =>
    String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0),
  );
}

test("a serial is known again however it was typed", () => {
  fc.assert(
    fc.property(misread, ({ right, typed }) => {
      expect(readSerial(typed)).toBe(right);
    }),
    { numRuns: 2_000 },
  );
});

test("what is no serial is none", () => {
  for (const text of [
    "",
    "A7K",
    "0412",
    "A7K-041",
    "A7K-04122",
    "AAA-0412",
    "I7K-0412",
    "A1K-0412",
  ]) {
    expect(readSerial(text)).toBeNull();
  }
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const read = readSerial(text);
      if (read !== null) expect(readSerial(read)).toBe(read);
    }),
  );
});
