import { z } from "zod";
import type { SignedCheckpoint } from "@/lib/audit/checkpoint-text";
import { CheckpointInProof } from "@/lib/audit/proof/bundle-schema";
import type { ObjectStore } from "@/lib/storage/object-store";
import { CHECKPOINTS_FOLDER } from "@/lib/storage/object-keys";

const AT_ONCE = 32;
const NAME = /^(\d{12,18})-[0-9a-f]{16}\.json$/;

const Copy = CheckpointInProof.extend({ publicKey: z.string().nullable() });

/** A copy as it lies in the object store; null when what lies there cannot be read. */
export interface CheckpointCopy {
  /** Of its name. */
  seq: string;
  checkpoint: SignedCheckpoint | null;
}

/** All copies of checkpoints in the object store, oldest first. */
export async function readCopies(store: ObjectStore): Promise<CheckpointCopy[]> {
  const keys = (await store.list(CHECKPOINTS_FOLDER)).filter((key) => seqOf(key) !== null);
  const copies: CheckpointCopy[] = [];
  for (let place = 0; place < keys.length; place += AT_ONCE) {
    const some = keys.slice(place, place + AT_ONCE);
    copies.push(...(await Promise.all(some.map((key) => readCopy(store, key)))));
  }
  return copies;
}

async function readCopy(store: ObjectStore, key: string): Promise<CheckpointCopy> {
  const checkpoint = parse((await store.read(key)).toString("utf8"));
  return { seq: seqOf(key) ?? "0", checkpoint };
}

/** Null for what is no copy, such as a file somebody else left there. */
function seqOf(key: string): string | null {
  const [, digits] = NAME.exec(key.slice(CHECKPOINTS_FOLDER.length)) ?? [];
  return digits === undefined ? null : BigInt(digits).toString();
}

function parse(text: string): SignedCheckpoint | null {
  try {
    const { publicKey: _publicKey, ...checkpoint } = Copy.parse(JSON.parse(text));
    return checkpoint;
  } catch {
    return null;
  }
}
