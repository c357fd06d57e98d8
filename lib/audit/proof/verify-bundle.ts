import type { KeyObject } from "node:crypto";
import { chainHash } from "@/lib/audit/chain-hash";
import { contentHash } from "@/lib/audit/content-hash";
import { fieldDigest } from "@/lib/audit/field-digest";
import type { FieldDigests } from "@/lib/audit/field-digests";
import { CHAINED_FIELDS, ProofBundle } from "@/lib/audit/proof/bundle-schema";
import type { ProofRun, ProvenEntry } from "@/lib/audit/proof/bundle-schema";
import { isSignedBy } from "@/lib/audit/proof/is-signed-by";
import { keysOf } from "@/lib/audit/proof/keys-of";

/** What is wrong with an entry or with the run it lies in. */
export type ProofFault = "content" | "missing_field" | "no_run" | "run" | "signature" | "key";

export interface BundleVerdict {
  isIntact: boolean;
  entryCount: number;
  /** Entries a signed checkpoint proves unchanged. */
  sealedCount: number;
  /** Entries nothing signed covers yet. */
  unsealed: readonly string[];
  /** Entries from before fields could be shown one by one; not in the proof. */
  tooOld: readonly string[];
  /** Of the newest checkpoint that was reached. */
  lastCheckpoint: { seq: string; at: string; keyId: string } | null;
  keyIds: readonly string[];
  /** By seq, lowest first; of a run the first entry it covers. */
  faults: readonly { seq: string; why: ProofFault }[];
}

/**
 * Checks a proof with nothing but itself and, when it is known from elsewhere, the key (its id or the key itself).
 * Throws ZodError when it is no proof at all.
 */
export function verifyBundle(
  input: unknown,
  { key }: { key?: string | undefined } = {},
): BundleVerdict {
  const bundle = ProofBundle.parse(input);
  const keys = keysOf(
    bundle.keys.map(({ publicKey }) => publicKey),
    key,
  );
  const links = new Map<string, string>();
  const faults: { seq: string; why: ProofFault }[] = [];
  for (const run of bundle.runs) {
    const why = foldRun(run, keys, links);
    if (why) faults.push({ seq: run.firstSeq, why });
  }
  const unsealed = new Set(bundle.unsealed);
  for (const entry of bundle.entries) {
    const why = judgeEntry(entry, links, unsealed);
    if (why) faults.push({ seq: entry.seq, why });
  }
  return {
    isIntact: faults.length === 0,
    entryCount: bundle.entries.length,
    sealedCount: bundle.entries.filter(({ seq }) => links.has(seq)).length,
    unsealed: bundle.unsealed,
    tooOld: bundle.tooOld,
    lastCheckpoint: newestOf(bundle.runs),
    keyIds: [...new Set(bundle.runs.map(({ checkpoint }) => checkpoint.keyId))],
    faults: faults.toSorted((one, other) => (BigInt(one.seq) < BigInt(other.seq) ? -1 : 1)),
  };
}

/** Puts the content hash of each entry it covers into `links`, if it ends in what was signed. */
function foldRun(
  { firstSeq, startHash, contentHashes, checkpoint }: ProofRun,
  keys: ReadonlyMap<string, KeyObject>,
  links: Map<string, string>,
): ProofFault | null {
  const key = keys.get(checkpoint.keyId);
  if (!key) return "key";
  if (!isSignedBy(key, checkpoint)) return "signature";
  const lastSeq = BigInt(firstSeq) + BigInt(contentHashes.length) - 1n;
  const head = contentHashes.reduce(chainHash, startHash);
  if (lastSeq !== BigInt(checkpoint.seq) || head !== checkpoint.headHash) return "run";
  for (const [place, content] of contentHashes.entries()) {
    links.set((BigInt(firstSeq) + BigInt(place)).toString(), content);
  }
  return null;
}

function judgeEntry(
  entry: ProvenEntry,
  links: ReadonlyMap<string, string>,
  unsealed: ReadonlySet<string>,
): ProofFault | null {
  const digests = digestsOf(entry);
  if (!digests) return "missing_field";
  // Its number is part of its content: it cannot be moved to another place.
  const told = entry.shown.seq?.value;
  if (told !== undefined && told !== entry.seq) return "content";
  const sealed = links.get(entry.seq);
  if (sealed === undefined) return unsealed.has(entry.seq) ? null : "no_run";
  return contentHash(digests) === sealed ? null : "content";
}

/** Null when a field is neither shown nor kept, or both. */
function digestsOf({ shown, kept }: ProvenEntry): FieldDigests | null {
  const digests: Partial<FieldDigests> = {};
  for (const field of CHAINED_FIELDS) {
    const value = shown[field];
    const digest = kept[field];
    if ((value === undefined) === (digest === undefined)) return null;
    digests[field] = value ? fieldDigest(Buffer.from(value.salt, "hex"), value.value) : digest;
  }
  return digests as FieldDigests;
}

function newestOf(runs: readonly ProofRun[]): BundleVerdict["lastCheckpoint"] {
  const [newest] = runs
    .map(({ checkpoint }) => checkpoint)
    .toSorted((one, other) => (BigInt(one.seq) > BigInt(other.seq) ? -1 : 1));
  return newest ? { seq: newest.seq, at: newest.at, keyId: newest.keyId } : null;
}
