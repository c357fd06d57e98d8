import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHAINED_FIELDS, PROOF_ENTRIES_MAX, PROOF_RUNS_MAX } from "@/lib/audit/proof/bundle-schema";
import type { ProofBundle } from "@/lib/audit/proof/bundle-schema";
import { makeBundle } from "@/lib/audit/proof/make-bundle";
import { verifyBundle } from "@/lib/audit/proof/verify-bundle";
import { sampleChain, sampleFields, sampleKey } from "@/lib/audit/testing/sample-chain";
import type { SampleEntry } from "@/lib/audit/testing/sample-chain";

const key = sampleKey();
const chain = sampleChain(Array.from({ length: 40 }, (_, place) => sampleFields(place + 1)));
const links = linksOf(chain);

function linksOf(entries: readonly SampleEntry[]) {
  return entries.map(({ fields, prevHash, contentHash }) => ({
    seq: fields.seq,
    prevHash,
    contentHash,
  }));
}

/** A proof of these places of the chain, with checkpoints behind those. */
function proofOf(
  places: readonly number[],
  { sealed = [9, 19, 29, 39], shown = ["seq", "at", "action"] as const, entries = chain } = {},
): ProofBundle {
  const checkpoints = sealed.flatMap((place) => {
    const entry = entries[place];
    return entry ? [key.sign(entry)] : [];
  });
  const chosen = places.flatMap((place) => entries[place] ?? []);
  const toProve = chosen.map(({ fields, salt }) => ({ fields, salt, shown }));
  return makeBundle({ entries: toProve, links: linksOf(entries), checkpoints, keys: [key] });
}

const places = fc
  .uniqueArray(fc.integer({ min: 0, max: 39 }), { minLength: 1 })
  .map((all) => all.toSorted((one, other) => one - other));
const shown = fc.subarray([...CHAINED_FIELDS]);

describe("a proof", () => {
  it("proves any slice of the log with any fields shown, and nothing kept back stands in it", () => {
    fc.assert(
      fc.property(places, shown, (places, shown) => {
        const proof = proofOf(places, { shown: shown as never });
        const verdict = verifyBundle(JSON.parse(JSON.stringify(proof)), { key: key.id });
        expect(verdict).toMatchObject({
          isIntact: true,
          entryCount: places.length,
          sealedCount: places.length,
          faults: [],
        });
        if (!shown.includes("requestId")) expect(JSON.stringify(proof)).not.toContain("request-");
        if (!shown.includes("actorName")) expect(JSON.stringify(proof)).not.toContain("林悦");
      }),
      { numRuns: 50 },
    );
  });

  it("fails when any letter of it that matters is changed", () => {
    const text = JSON.stringify(proofOf([3, 17, 18], { shown: CHAINED_FIELDS as never }));
    const from = text.indexOf('"entries"');
    const until = text.indexOf('"unsealed"');
    fc.assert(
      fc.property(
        fc.integer({ min: from, max: until - 1 }),
        fc.constantFrom(..."0a9z林"),
        (at, letter) => {
          fc.pre(text[at] !== letter);
          const forged = text.slice(0, at) + letter + text.slice(at + 1);
          expect(isBelieved(forged, text)).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("fails when its signature is written another way", () => {
    const proof = proofOf([3]);
    const [run] = proof.runs;
    if (!run) throw new Error("The proof has no run.");
    const signed = run.checkpoint.signature;
    const bytes = Buffer.from(signed, "base64url");
    const others = [..."ABQRghwx9"]
      .map((letter) => signed.slice(0, -1) + letter)
      .filter((other) => other !== signed && Buffer.from(other, "base64url").equals(bytes));
    for (const other of [...others, `${signed}=`, `${signed} `]) {
      run.checkpoint.signature = other;
      expect(verifyBundle(proof, { key: key.id }).faults).toMatchObject([{ why: "signature" }, {}]);
    }
  });

  it("names entries nothing signed covers yet", () => {
    const proof = proofOf([5, 25, 39], { sealed: [9] });
    expect(proof.unsealed).toEqual(["26", "40"]);
    expect(verifyBundle(proof)).toMatchObject({
      isIntact: true,
      sealedCount: 1,
      unsealed: ["26", "40"],
    });
  });

  it("cannot call an entry unsealed that it has a checkpoint for", () => {
    const proof = proofOf([5]);
    const forged = structuredClone(proof);
    const [entry] = forged.entries;
    if (entry) entry.shown.action = { value: "campaign.archived", salt: "0".repeat(64) };
    forged.unsealed = ["6"];
    expect(verifyBundle(forged).isIntact).toBe(false);
  });

  it("names entries from before fields could be shown one by one, and proves the later ones", () => {
    const entries = sampleChain(
      Array.from({ length: 10 }, (_, place) => sampleFields(place + 1)),
      { oldCount: 4 },
    );
    const proof = proofOf([1, 3, 6], { entries, sealed: [9] });
    expect(proof.tooOld).toEqual(["2", "4"]);
    expect(verifyBundle(proof)).toMatchObject({ isIntact: true, entryCount: 1, sealedCount: 1 });
  });

  it("is not believed when its key is another than the one that is known", () => {
    const proof = proofOf([3]);
    const other = sampleKey();
    for (const known of [other.id, other.pem, other.publicKey]) {
      expect(verifyBundle(proof, { key: known })).toMatchObject({
        isIntact: false,
        faults: [
          { seq: "4", why: "key" },
          { seq: "4", why: "no_run" },
        ],
      });
    }
    for (const known of [key.id, key.pem, key.publicKey]) {
      expect(verifyBundle(proof, { key: known }).isIntact).toBe(true);
    }
  });

  it("is not believed when somebody put a key of their own under the known id", () => {
    const proof = proofOf([3]);
    proof.keys = [{ id: key.id, publicKey: sampleKey().publicKey }];
    expect(verifyBundle(proof).isIntact).toBe(false);
  });

  it("says that it is too large instead of being made", () => {
    const [entry] = chain;
    const { fields, salt } = entry ?? { fields: sampleFields(1), salt: null };
    const many = Array.from({ length: PROOF_ENTRIES_MAX + 1 }, () => ({ fields, salt, shown: [] }));
    const tooLarge = expect.objectContaining({ reason: "proofTooLarge" });
    const none = { links, checkpoints: [], keys: [] };
    expect(() => makeBundle({ entries: many, ...none })).toThrow(tooLarge);
    const long = sampleChain(
      Array.from({ length: PROOF_RUNS_MAX + 1 }, (_, place) => sampleFields(place + 1)),
    );
    const all = long.map((_, place) => place);
    expect(() => proofOf(all, { entries: long, sealed: all })).toThrow(tooLarge);
  });

  it("is refused when it is no proof at all", () => {
    for (const input of [null, {}, [], { format: "mintdesk-audit-proof", version: 2 }]) {
      expect(() => verifyBundle(input)).toThrow();
    }
  });
});

/** Whether a changed proof is still taken for one that says something else. */
function isBelieved(forged: string, original: string): boolean {
  try {
    const read = JSON.parse(forged) as ProofBundle;
    if (JSON.stringify(read) === JSON.stringify(JSON.parse(original))) return false;
    return verifyBundle(read, { key: key.id }).isIntact;
  } catch {
    return false;
  }
}
