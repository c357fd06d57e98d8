import type { SignedCheckpoint } from "@/lib/audit/checkpoint-text";
import { spkiOf, readPublicKey } from "@/lib/audit/proof/public-key";
import { PROOF_RUNS_MAX } from "@/lib/audit/proof/bundle-schema";
import type { ProofBundle } from "@/lib/audit/proof/bundle-schema";
import { makeBundle } from "@/lib/audit/proof/make-bundle";
import type { ChainLink } from "@/lib/audit/proof/make-bundle";
import type { GatePool } from "@/lib/gate/open-pool";
import { entriesToProve } from "@/lib/rooms/entries-to-prove";
import type { ShowRule } from "@/lib/rooms/keep-back";
import type { StoredEntry } from "@/lib/rooms/stored-entry";

const RUNS = `
SELECT first_seq::text AS "firstSeq", last_seq::text AS "lastSeq" FROM open_log_room_runs($1, $2)`;
const CHECKPOINTS = `
SELECT seq::text AS seq, head_hash AS "headHash", at, key_id AS "keyId", signature, public_key AS "publicKey"
FROM open_log_room_checkpoints($1, $2)`;
const HASHES = `
SELECT seq::text AS seq, prev_hash AS "prevHash", content_hash AS "contentHash" FROM open_log_room_hashes($1, $2)`;

interface Run {
  firstSeq: string;
  lastSeq: string;
}

interface CheckpointRow {
  seq: string;
  headHash: string;
  at: Date;
  keyId: string;
  signature: string;
  publicKey: string;
}

export interface RoomProof {
  bundle: ProofBundle;
  /** Older entries that would have made it too large. */
  leftOutCount: number;
}

/** Proves entries of a room, newest first, as far as the chain between them stays below so many links. */
export async function readProof(
  pool: GatePool,
  {
    tokenHash,
    entries,
    rule,
  }: { tokenHash: string; entries: readonly StoredEntry[]; rule: ShowRule },
  linksMax: number,
): Promise<RoomProof> {
  const ask = <Row extends object>(name: string, text: string, of: readonly StoredEntry[]) =>
    pool.query<Row>({ name, text, values: [tokenHash, of.map(({ seq }) => seq)] });
  const runs = await ask<Run>("room-runs", RUNS, entries);
  const fromSeq = oldestWithin(runs, linksMax);
  const proven = entries.filter(({ seq }) => BigInt(seq) >= fromSeq);
  const signed = await ask<CheckpointRow>("room-checkpoints", CHECKPOINTS, proven);
  const links = await ask<ChainLink>("room-hashes", HASHES, proven);
  const bundle = makeBundle({
    entries: entriesToProve(proven, rule),
    links,
    checkpoints: signed.map(toCheckpoint),
    keys: keysOf(signed),
  });
  return { bundle, leftOutCount: entries.length - proven.length };
}

/** Where the runs that are not too much altogether begin. */
function oldestWithin(runs: readonly Run[], linksMax: number): bigint {
  let linkCount = 0n;
  for (const [place, { firstSeq, lastSeq }] of runs.entries()) {
    linkCount += BigInt(lastSeq) - BigInt(firstSeq) + 1n;
    if (linkCount > linksMax || place === PROOF_RUNS_MAX) return BigInt(lastSeq) + 1n;
  }
  return 0n;
}

function toCheckpoint({ seq, headHash, at, keyId, signature }: CheckpointRow): SignedCheckpoint {
  return { seq, headHash, at: at.toISOString(), keyId, signature };
}

function keysOf(signed: readonly CheckpointRow[]): { id: string; publicKey: string }[] {
  const keys = new Map(signed.map(({ keyId, publicKey }) => [keyId, publicKey]));
  return [...keys].map(([id, publicKey]) => ({ id, publicKey: spkiOf(readPublicKey(publicKey)) }));
}
