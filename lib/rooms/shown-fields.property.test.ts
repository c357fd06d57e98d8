import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ENTRY_PARTS } from "@/lib/audit/entry-fields";
import type { EntryPart } from "@/lib/audit/entry-fields";
import { fieldSalts } from "@/lib/audit/field-salts";
import { makeBundle } from "@/lib/audit/proof/make-bundle";
import { sampleFields } from "@/lib/audit/testing/sample-chain";
import { entriesToProve } from "@/lib/rooms/entries-to-prove";
import type { ShowRule } from "@/lib/rooms/keep-back";
import { REDACTIONS } from "@/lib/rooms/schema";
import { showEntry } from "@/lib/rooms/show-entry";
import type { StoredEntry } from "@/lib/rooms/stored-entry";

const PARTS = Object.keys(ENTRY_PARTS) as EntryPart[];

/** Words that stand in no entry unless a test put them there. */
const word = fc.stringMatching(/^[A-Z][a-z]{3,9}[ẞĦŦ]$/u);
const names = fc.record({
  actorName: word,
  targetLabel: word,
  other: word,
  reason: word,
  mail: fc.emailAddress(),
  address: fc.ipV4(),
  requestId: fc.uuid(),
  actorId: fc.uuid(),
  targetId: fc.uuid(),
  salt: fc.stringMatching(/^[0-9a-f]{64}$/),
});
const rule = fc.record({
  fields: fc.subarray(PARTS),
  redactions: fc.subarray([...REDACTIONS]),
});

type Names = typeof names extends fc.Arbitrary<infer Value> ? Value : never;

/** An entry in which everything that could be kept back stands in everything else too. */
function entryOf(told: Names): StoredEntry {
  const { actorName, targetLabel, other, reason, mail, address, requestId } = told;
  const { actorId, targetId, salt } = told;
  const all = `${actorName} ${actorId} ${targetLabel} ${targetId} ${mail} ${address} ${requestId}`;
  const { at, ...fields } = sampleFields(7, {
    actorId,
    actorName,
    targetId,
    targetLabel,
    address,
    requestId,
    campaignId: targetId,
    action: "approval.approved",
    targetKind: "code",
    changes: {
      label: { from: reason, to: `${reason} ${all}` },
      page: { from: "pages/index", to: all },
      campaign: { from: null, to: other },
      payload: { from: null, to: { by: all, list: [all] } },
    },
    details: { comment: `${reason}: ${all}`, requestedBy: other, filter: { search: all } },
  });
  const stored = { ...fields, at: new Date(at), salt };
  return { ...stored, prevHash: "0".repeat(64), contentHash: "0".repeat(64) };
}

/** What must not be seen under this rule. */
function keptBack(told: Names, { fields, redactions }: ShowRule): string[] {
  const hides = (part: EntryPart) => !fields.includes(part);
  return [
    ...(hides("person") ? [told.actorName, told.actorId] : []),
    ...(hides("object") ? [told.targetLabel, told.targetId] : []),
    ...(hides("person") && hides("object") ? [told.other] : []),
    ...(hides("address") || redactions.includes("addresses") ? [told.address] : []),
    ...(hides("request") ? [told.requestId] : []),
    ...(redactions.includes("mails") ? [told.mail] : []),
    ...(redactions.includes("texts") ? [told.reason] : []),
    told.salt,
  ];
}

describe("what a room keeps back", () => {
  it("stands nowhere in the entry it shows, not even inside another field", () => {
    fc.assert(
      fc.property(names, rule, (told, rule) => {
        const shown = JSON.stringify(showEntry(entryOf(told), rule));
        for (const secret of keptBack(told, rule)) expect(shown).not.toContain(secret);
      }),
    );
  });

  it("stands nowhere in the proof either, nor does a salt that would let it be guessed", () => {
    fc.assert(
      fc.property(names, rule, (told, rule) => {
        const entry = entryOf(told);
        const entries = entriesToProve([entry], rule);
        const proof = makeBundle({ entries, links: [], checkpoints: [], keys: [] });
        const text = JSON.stringify(proof);
        for (const secret of keptBack(told, rule)) expect(text).not.toContain(secret);
        for (const [field] of Object.entries(proof.entries[0]?.kept ?? {})) {
          const ownSalt = Buffer.from(fieldSalts(told.salt)(field)).toString("hex");
          expect(text).not.toContain(ownSalt);
        }
      }),
    );
  });

  it("is nothing when everything is shown", () => {
    fc.assert(
      fc.property(names, (told) => {
        const entry = entryOf(told);
        const shown = showEntry(entry, { fields: PARTS, redactions: [] });
        const { at, action, seq, actorName, targetLabel, changes, details, address } = entry;
        expect(shown).toMatchObject({ at, action, seq, actorName, targetLabel, address });
        expect([shown.changes, shown.details]).toEqual([changes, details]);
      }),
    );
  });

  it("has no field at all, so that nobody sees that something was there", () => {
    const entry = entryOf(fc.sample(names, 1)[0] as Names);
    const shown = showEntry(entry, { fields: [], redactions: [] });
    expect(Object.keys(shown).toSorted()).toEqual(["action", "at", "seq"]);
  });
});

function show(changes: Parameters<typeof sampleFields>[1], rule: ShowRule) {
  const { at, ...fields } = sampleFields(1, changes);
  const chained = { prevHash: "0", contentHash: null, salt: null };
  return showEntry({ ...fields, ...chained, at: new Date(at) }, rule);
}

describe("blackening", () => {
  it("takes free text and typed names, and leaves numbers, pages and well-known names", () => {
    const shown = show(
      {
        action: "scene.changed",
        targetKind: "scene",
        targetLabel: "table=3",
        changes: { page: { from: "pages/a", to: "pages/b" } },
        details: { version: 2, reason: "王女士要求", effectiveFrom: null },
      },
      { fields: PARTS, redactions: ["texts"] },
    );
    expect(shown).toMatchObject({
      targetLabel: "table=3",
      changes: { page: { from: "pages/a", to: "pages/b" } },
      details: { version: 2, reason: "■■■", effectiveFrom: null },
    });
    const ofCode = { action: "code.minted", targetKind: "code", targetLabel: "王女士的桌" };
    expect(show(ofCode, { fields: PARTS, redactions: ["texts"] }).targetLabel).toBe("■■■");
    const byLink = { actorKind: "anonymous", actorId: null, actorName: "印刷厂王女士" };
    expect(show(byLink, { fields: PARTS, redactions: ["texts"] }).actorName).toBe("■■■");
  });

  it("takes people who are objects when people are not shown", () => {
    const shown = show(
      { action: "user.role_changed", targetKind: "user", targetLabel: "周敏" },
      { fields: ["object", "changes"], redactions: [] },
    );
    expect(shown).toMatchObject({ targetKind: "user", targetLabel: "•••" });
  });
});
