import { assert, asyncProperty, constantFrom, oneof, string } from "fast-check";
import { expect, it } from "vitest";

import { pixelsOf, scan, startSandbox } from "./sandbox-under-test";

const ALLOWED = [
  ..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$&'()*+,/:;=?@-._~",
];

const validScene = string({ unit: constantFrom(...ALLOWED), minLength: 1, maxLength: 32 });

it("reads every valid scene back out of the picture", async () => {
  const { mint } = await startSandbox();
  await assert(
    asyncProperty(validScene, async (scene) => {
      const response = await mint("B", { scene, width: 280 });
      const pixels = await pixelsOf(Buffer.from(await response.arrayBuffer()));
      expect(JSON.parse(scan(pixels) ?? "null")).toMatchObject({ kind: "B", scene });
    }),
    { numRuns: 40 },
  );
});

it("refuses every invalid scene with the right errcode", async () => {
  const { errcodeOf } = await startSandbox();
  const anyScene = oneof(string({ unit: "grapheme", maxLength: 40 }), string());
  await assert(
    asyncProperty(anyScene, async (scene) => {
      const length = [...scene].length;
      const isCharset = [...scene].every((character) => ALLOWED.includes(character));
      const expected = length === 0 || length > 32 ? 40169 : isCharset ? 0 : 40129;
      expect(await errcodeOf("B", { scene })).toBe(expected);
    }),
    { numRuns: 150 },
  );
});
