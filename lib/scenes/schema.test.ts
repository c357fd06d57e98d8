import fc from "fast-check";
import { expect, test } from "vitest";
import { Payload, PAYLOAD_MAX_BYTES, PAYLOAD_MAX_DEPTH } from "./schema";

const reasonOf = (payload: unknown) => Payload.safeParse(payload).error?.issues[0]?.message;
const utf8Length = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

const nested = (depth: number): unknown =>
  JSON.parse(`{"a":${"[".repeat(depth)}${"]".repeat(depth)}}`);

/** What JSON.parse gives of what people write: Chinese, emoji, nested, no number it had to round. */
const value = fc.jsonValue({ maxDepth: 4, stringUnit: "grapheme", noUnicodeString: false });
const storable = fc
  .dictionary(fc.string({ unit: "grapheme" }), value, { maxKeys: 6, noNullPrototype: true })
  .map((payload) => JSON.parse(JSON.stringify(payload)) as Record<string, unknown>)
  .filter((payload) => !/\\u0000|__proto__/.test(JSON.stringify(payload)))
  .filter((payload) => !/(?<![.\d])\d{16,}|e\+/.test(JSON.stringify(payload)));

test("takes any JSON object of up to 8 KB, and changes nothing of it", () => {
  fc.assert(
    fc.property(storable, (payload) => {
      fc.pre(utf8Length(payload) <= PAYLOAD_MAX_BYTES);
      expect(Payload.parse(payload)).toEqual(payload);
    }),
  );
});

test("counts bytes, not characters: 8,192 are taken and one more is not", () => {
  const empty = utf8Length({ t: "" });
  const full = { t: `码😀${"a".repeat(PAYLOAD_MAX_BYTES - empty - 7)}` };
  expect(utf8Length(full)).toBe(PAYLOAD_MAX_BYTES);
  expect(reasonOf(full)).toBeUndefined();
  expect(reasonOf({ t: `${full.t}a` })).toBe("payloadLong");
});

test("refuses what cannot be kept as it was written, with the reason", () => {
  expect(reasonOf({ text: "a\0b" })).toBe("payloadCharacters");
  expect(reasonOf({ "\0": 1 })).toBe("payloadCharacters");
  expect(reasonOf({ list: [{ text: "\uD83C" }] })).toBe("payloadCharacters");
  expect(reasonOf({ order: 2 ** 53 })).toBe("payloadNumber");
  expect(reasonOf({ order: 2 ** 53 - 1, share: 0.1 })).toBeUndefined();
  for (const other of [[1], null, "text", 1, new Date()]) {
    expect(reasonOf(other)).toBe("payloadShape");
  }
  for (const inner of [undefined, Number.NaN, new Date(), 1n]) {
    expect(reasonOf({ inner })).toBeDefined();
  }
});

test("refuses deep ones without going down to their bottom", () => {
  expect(reasonOf(nested(PAYLOAD_MAX_DEPTH - 1))).toBeUndefined();
  expect(reasonOf(nested(PAYLOAD_MAX_DEPTH))).toBe("payloadDeep");
  expect(reasonOf(nested(4_000))).toBe("payloadDeep");
});
