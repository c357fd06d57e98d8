import { bytesToHex } from "@noble/hashes/utils.js";
import type { ChainedField, ChainedFields } from "@/lib/audit/chain-hash";
import type { SignedCheckpoint } from "@/lib/audit/checkpoint-text";
import { fieldDigest } from "@/lib/audit/field-digest";
import { fieldSalts } from "@/lib/audit/field-salts";
import {
  CHAINED_FIELDS,
  PROOF_ENTRIES_MAX,
  PROOF_LINKS_MAX,
  PROOF_RUNS_MAX,
} from "@/lib/audit/proof/bundle-schema";
import type { ProofBundle, ProofRun, ProvenEntry } from "@/lib/audit/proof/bundle-schema";
import { InvalidInputError } from "@/lib/core/errors";

/** An entry whose place is to be proven. */
export interface EntryToProve {
  fields: Required<ChainedFields>;
  /** Null: it is from before entries had salts, and cannot be proven alone. */
  salt: string | null;
  /** Fields whose stored value is shown as it stands; of all others only the digest leaves. */
  shown: readonly ChainedField[];
}

/** One entry of the chain, shown or not. */
export interface ChainLink {
  seq: string;
  prevHash: string;
  contentHash: string | null;
}

export interface BundleSource {
  /** By seq, lowest first. */
  entries: readonly EntryToProve[];
  /** By seq: at least every entry from the first one to prove up to the checkpoint behind the last one. */
  links: readonly ChainLink[];
  /** By seq: at least the first one at or behind each entry to prove, if there is any. */
  checkpoints: readonly SignedCheckpoint[];
  keys: readonly { id: string; publicKey: string }[];
}

/**
 * Proves entries unchanged without the rest: folding from each shown entry up to the next signed end of the chain.
 * Throws InvalidInputError `proofTooLarge`.
 */
export function makeBundle({ entries, links, checkpoints, keys }: BundleSource): ProofBundle {
  if (entries.length > PROOF_ENTRIES_MAX) throw tooLarge();
  const lastOld = BigInt(links.findLast(({ contentHash }) => contentHash === null)?.seq ?? 0);
  const isProvable = ({ fields, salt }: EntryToProve) =>
    salt !== null && BigInt(fields.seq) > lastOld;
  const proven = entries.filter(isProvable);
  const { sealed, unsealed } = bySeal(proven, checkpoints);
  const runs = runsOf(sealed, links);
  const linkCount = runs.reduce((sum, { contentHashes }) => sum + contentHashes.length, 0);
  if (runs.length > PROOF_RUNS_MAX || linkCount > PROOF_LINKS_MAX) throw tooLarge();
  const usedKeys = new Set(runs.map(({ checkpoint }) => checkpoint.keyId));
  return {
    format: "mintdesk-audit-proof",
    version: 1,
    entries: proven.map(toProvenEntry),
    runs,
    unsealed,
    tooOld: entries.filter((entry) => !isProvable(entry)).map(({ fields }) => fields.seq),
    keys: keys.filter(({ id }) => usedKeys.has(id)).map(({ id, publicKey }) => ({ id, publicKey })),
  };
}

interface Interval {
  firstSeq: string;
  checkpoint: SignedCheckpoint;
}

/** The first entry before each checkpoint that is needed; and what stands behind the last one. */
function bySeal(entries: readonly EntryToProve[], checkpoints: readonly SignedCheckpoint[]) {
  const sealed: Interval[] = [];
  const unsealed: string[] = [];
  let place = 0;
  for (const { fields } of entries) {
    while (isBefore(checkpoints[place], fields.seq)) place += 1;
    const checkpoint = checkpoints[place];
    if (!checkpoint) unsealed.push(fields.seq);
    else if (sealed.at(-1)?.checkpoint !== checkpoint) {
      sealed.push({ firstSeq: fields.seq, checkpoint });
    }
  }
  return { sealed, unsealed };
}

function isBefore(checkpoint: SignedCheckpoint | undefined, seq: string): boolean {
  return checkpoint !== undefined && BigInt(checkpoint.seq) < BigInt(seq);
}

function runsOf(intervals: readonly Interval[], links: readonly ChainLink[]): ProofRun[] {
  const placeOf = new Map(links.map(({ seq }, place) => [seq, place]));
  return intervals.map(({ firstSeq, checkpoint }) => {
    const start = placeOf.get(firstSeq);
    const end = placeOf.get(checkpoint.seq);
    const covered = start === undefined || end === undefined ? [] : links.slice(start, end + 1);
    const [first] = covered;
    if (!first) throw new Error(`The links up to entry ${checkpoint.seq} were not given.`);
    const contentHashes = covered.flatMap(({ contentHash }) => contentHash ?? []);
    const { seq, headHash, at, keyId, signature } = checkpoint;
    const signed = { seq, headHash, at, keyId, signature };
    return { firstSeq, startHash: first.prevHash, contentHashes, checkpoint: signed };
  });
}

function toProvenEntry({ fields, salt, shown }: EntryToProve): ProvenEntry {
  const entry: ProvenEntry = { seq: fields.seq, shown: {}, kept: {} };
  const saltOf = fieldSalts(salt ?? "");
  for (const field of CHAINED_FIELDS) {
    const own = saltOf(field);
    const value = fields[field];
    if (shown.includes(field)) entry.shown[field] = { value, salt: bytesToHex(own) };
    else entry.kept[field] = fieldDigest(own, value);
  }
  return entry;
}

function tooLarge(): InvalidInputError {
  return new InvalidInputError("proofTooLarge", undefined, { most: PROOF_ENTRIES_MAX });
}
