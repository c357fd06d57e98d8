import type { KeyObject } from "node:crypto";
import type { SignedCheckpoint } from "@/lib/audit/checkpoint-text";
import { CheckpointInProof } from "@/lib/audit/proof/bundle-schema";
import { keysOf } from "@/lib/audit/proof/keys-of";

/** The signed ends of the log an export has, and the keys to check them with. */
export interface Seals {
  checkpoints: ReadonlyMap<bigint, SignedCheckpoint>;
  keys: ReadonlyMap<string, KeyObject>;
}

/** Reads the lines `checkpoint,…` and `key,…` among the records of an export. */
export async function readSeals(
  records: AsyncIterable<readonly string[]>,
  key: string | undefined,
): Promise<Seals> {
  const checkpoints = new Map<bigint, SignedCheckpoint>();
  const publicKeys: string[] = [];
  for await (const [name, ...cells] of records) {
    if (name === "key") publicKeys.push(cells[1] ?? "");
    if (name !== "checkpoint") continue;
    const [seq, headHash, at, keyId, signature] = cells;
    const checkpoint = CheckpointInProof.parse({ seq, headHash, at, keyId, signature });
    checkpoints.set(BigInt(checkpoint.seq), checkpoint);
  }
  return { checkpoints, keys: keysOf(publicKeys, key) };
}
