import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonFault } from "./json-fault";

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** JSON, and JSON with one character put in, taken out or put in another's place. */
const almostJson = fc
  .tuple(
    fc.json(),
    fc.nat(),
    fc.constantFrom(
      "",
      '"',
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      "\\",
      "0",
      "-",
      ".",
      "e",
      " ",
      "\n",
      "t",
      "码",
    ),
    fc.boolean(),
  )
  .map(([text, place, sign, isReplaced]) => {
    const at = place % (text.length + 1);
    return text.slice(0, at) + sign + text.slice(isReplaced ? at + 1 : at);
  });

test("finds a fault exactly where there is one", () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), almostJson, fc.string()), (text) => {
      expect(jsonFault(text) === null).toBe(isJson(text));
    }),
    { numRuns: 5_000 },
  );
});

test("says the line and the column a person would point at", () => {
  expect(jsonFault('{\n  "shop": 1024,\n  "from" "poster"\n}')).toEqual({ line: 3, column: 10 });
  expect(jsonFault('{"a": 1,}')).toEqual({ line: 1, column: 9 });
  expect(jsonFault("{“a”: 1}")).toEqual({ line: 1, column: 2 });
  expect(jsonFault('{"a": 01}')).toEqual({ line: 1, column: 8 });
  expect(jsonFault('{"a": 1')).toEqual({ line: 1, column: 8 });
  expect(jsonFault('{"a": "b\nc"}')).toEqual({ line: 1, column: 7 });
  expect(jsonFault("")).toEqual({ line: 1, column: 1 });
});

test("gives up on a text that only nests", () => {
  expect(jsonFault("[".repeat(100_000))).toEqual({ line: 1, column: 202 });
});
