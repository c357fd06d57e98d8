import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { chainHash } from "@/lib/audit/chain-hash";
import type { ChainedField } from "@/lib/audit/chain-hash";
import { entryContent } from "@/lib/audit/entry-content";
import { fieldDigest } from "@/lib/audit/field-digest";
import { fieldSalts } from "@/lib/audit/field-salts";
import { CHAINED_FIELDS } from "@/lib/audit/proof/bundle-schema";
import { sampleFields, sha256 } from "@/lib/audit/testing/sample-chain";

const salt = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString("hex"));
const text = fc.string({ unit: "grapheme" });
const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown);
const fields = fc
  .record({
    actorName: text,
    targetLabel: text,
    changes: json,
    details: json,
    address: fc.option(text),
  })
  .map((changes) => sampleFields(7, changes));

test("an entry comes to what docs/audit.md says, worked out anew", () => {
  const own = "ab".repeat(32);
  const given = sampleFields(1);
  const digests = CHAINED_FIELDS.toSorted().map((field) => {
    const saltOfField = createHmac("sha256", Buffer.from(own, "hex")).update(field).digest();
    const shown = given[field];
    // Sorted keys, no white space: of these values JSON.stringify gives just that.
    return `"${field}":"${sha256(saltOfField, JSON.stringify(shown))}"`;
  });
  const content = sha256(`{${digests.join(",")}}`);
  expect(entryContent(given, own)).toBe(content);
  expect(chainHash("0".repeat(64), content)).toBe(sha256("0".repeat(64), content));
});

test("an entry from before entries had salts comes to its text", () => {
  const { miniProgramId: _miniProgramId, campaignId: _campaignId, ...older } = sampleFields(1);
  const sorted = Object.fromEntries(
    Object.entries(older).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
  expect(entryContent({ ...older, miniProgramId: null, campaignId: null }, null)).toBe(
    JSON.stringify(sorted),
  );
});

test("a field that is filled into an old entry later changes what it comes to", () => {
  const before = entryContent({ ...sampleFields(1), campaignId: null }, null);
  expect(entryContent(sampleFields(1), null)).not.toBe(before);
});

test("no field of an entry can be changed unnoticed", () => {
  fc.assert(
    fc.property(
      salt,
      fields,
      fc.constantFrom(...CHAINED_FIELDS),
      json,
      (salt, given, field, other) => {
        fc.pre(JSON.stringify(given[field]) !== JSON.stringify(other));
        const forged = { ...given, [field]: other };
        expect(entryContent(forged as typeof given, salt)).not.toBe(entryContent(given, salt));
      },
    ),
  );
});

test("the same value has another digest in every field and in every entry", () => {
  fc.assert(
    fc.property(salt, salt, text, (one, other, value) => {
      fc.pre(one !== other);
      const names: ChainedField[] = ["actorName", "targetLabel"];
      const digests = [one, other].flatMap((salt) =>
        names.map((name) => fieldDigest(fieldSalts(salt)(name), value)),
      );
      expect(new Set(digests).size).toBe(digests.length);
    }),
  );
});
