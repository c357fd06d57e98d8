import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { payloadProblems } from "@/lib/campaigns/fields-schema";
import type { CampaignField } from "@/lib/campaigns/fields-schema";
import type { Runtime } from "@/lib/runtime";
import { openTestRuntime } from "@/lib/testing/test-runtime";

let runtime: Runtime;
beforeAll(async () => {
  runtime = await openTestRuntime();
});
afterAll(() => runtime.close());

const utf8Length = (text: string) => new TextEncoder().encode(text).length;

/** Texts PostgreSQL can hold. */
const text = fc.string({
  unit: fc.constantFrom("a", " ", "码", "🎉", '"', "\\", "\n", ":", ",", "　"),
  maxLength: 9,
});
const key = fc.constantFrom("shop", "门店", "a_b", "n-1");

const field: fc.Arbitrary<CampaignField> = fc.record({
  key,
  label: fc.constant("x"),
  isRequired: fc.boolean(),
  type: fc.constantFrom("text", "number", "choice", "yes_no"),
  choices: fc.uniqueArray(text, { minLength: 1, maxLength: 3 }),
  maxLength: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
}) as fc.Arbitrary<CampaignField>;
const fields = fc.uniqueArray(field, { selector: (one) => one.key, maxLength: 4 });

const value = fc.oneof(
  text,
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(text, { maxLength: 2 }),
  fc.dictionary(text, text, { maxKeys: 2 }),
);
const payload = fc.dictionary(fc.oneof(key, text), value, { maxKeys: 4 });

it("the database and the form agree on which payloads fit, and on how long they are", async () => {
  await fc.assert(
    fc.asyncProperty(fields, payload, async (given, said) => {
      const json = JSON.stringify(said);
      const [row] = await runtime.db.$queryRaw<{ fits: boolean; bytes: number }[]>`
        SELECT payload_fits(${json}::jsonb, ${JSON.stringify(given)}::jsonb) AS fits,
          payload_bytes(${json}::jsonb) AS bytes`;
      expect(row).toEqual({
        fits: payloadProblems(given, said).length === 0,
        bytes: utf8Length(json),
      });
    }),
    { numRuns: 500 },
  );
});

it("without fields any object fits, and nothing else", async () => {
  const [row] = await runtime.db.$queryRaw<Record<string, boolean>[]>`
    SELECT payload_fits(NULL, '[]') AS "null", payload_fits('[]', '[]') AS list, payload_fits('{}', '[]') AS object`;
  expect(row).toEqual({ null: false, list: false, object: true });
});
