import type { KeyObject } from "node:crypto";
import { authorize } from "@/lib/access/authorize";
import type { SignedCheckpoint } from "@/lib/audit/checkpoint-text";
import { listCheckpoints } from "@/lib/audit/list-checkpoints";
import { ownKeys } from "@/lib/audit/own-keys";
import { isSignedBy } from "@/lib/audit/proof/is-signed-by";
import { readCopies } from "@/lib/audit/read-copies";
import type { CheckpointCopy } from "@/lib/audit/read-copies";
import type { Context } from "@/lib/core/context";

/** For so long a copy may be on its way into the object store. */
const COPIED_WITHIN_MS = 60 * 60 * 1_000;
const PAGE_SIZE = 1_000;

export type CheckpointFault = "signature" | "missing_in_table" | "missing_in_store";

/** A moment the chain has to agree with, or what is wrong with its record. */
export interface KnownCheckpoint {
  seq: bigint;
  at: Date;
  keyId: string;
  /** The end of the chain as it was truly signed, here or in the copy; null when neither can be believed. */
  headHash: string | null;
  fault: CheckpointFault | null;
}

/**
 * All checkpoints by seq, from the table and from the copies in the object store, with their signatures checked. A
 * number may come twice when table and copy were both truly signed and say different things.
 */
export async function verifyCheckpoints(ctx: Context): Promise<KnownCheckpoint[]> {
  authorize(ctx, "audit:read");
  // Copies first: whatever has one stands in the table.
  const copies = await readCopies(ctx.runtime.store);
  const keys = await ownKeys(ctx);
  const known: KnownCheckpoint[] = [];
  const copiesBySeq = Map.groupBy(copies, ({ seq }) => seq);
  const newestCopy = BigInt(copies.at(-1)?.seq ?? 0);
  for await (const row of allCheckpoints(ctx)) {
    const own = copiesBySeq.get(row.seq) ?? [];
    copiesBySeq.delete(row.seq);
    const isOnItsWay = BigInt(row.seq) > newestCopy && isRecent(ctx, row);
    known.push(...judge(row, own, { keys, isOnItsWay }));
  }
  for (const copy of [...copiesBySeq.values()].flat()) known.push(judgeAlone(copy, keys));
  return known.toSorted((one, other) => (one.seq < other.seq ? -1 : one.seq > other.seq ? 1 : 0));
}

async function* allCheckpoints(ctx: Context): AsyncGenerator<SignedCheckpoint> {
  let afterSeq = "0";
  for (;;) {
    const page = await listCheckpoints(ctx, { afterSeq, limit: PAGE_SIZE });
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < PAGE_SIZE) return;
    afterSeq = last.seq;
  }
}

function isRecent(ctx: Context, { at }: SignedCheckpoint): boolean {
  return ctx.now().getTime() - Date.parse(at) < COPIED_WITHIN_MS;
}

interface Judging {
  keys: ReadonlyMap<string, KeyObject>;
  isOnItsWay: boolean;
}

function judge(
  row: SignedCheckpoint,
  copies: readonly CheckpointCopy[],
  { keys, isOnItsWay }: Judging,
): KnownCheckpoint[] {
  const isSigned = isSignedBy(keys.get(row.keyId), row);
  const fault = isSigned ? null : "signature";
  const others = copies.filter(({ checkpoint }) => !isSame(checkpoint, row));
  const isCopied = others.length < copies.length;
  const lacksCopy = !isCopied && !isOnItsWay;
  return [
    {
      ...named(row),
      headHash: isSigned ? row.headHash : null,
      fault: fault ?? (lacksCopy ? "missing_in_store" : null),
    },
    ...others.map((copy) => judgeAlone(copy, keys)),
  ];
}

/** A copy without its row. */
function judgeAlone(
  { seq, checkpoint }: CheckpointCopy,
  keys: ReadonlyMap<string, KeyObject>,
): KnownCheckpoint {
  if (!checkpoint || !isSignedBy(keys.get(checkpoint.keyId), checkpoint)) {
    const { at = new Date(0), keyId = "" } = checkpoint ? named(checkpoint) : {};
    return { seq: BigInt(seq), at, keyId, headHash: null, fault: "signature" };
  }
  return { ...named(checkpoint), headHash: checkpoint.headHash, fault: "missing_in_table" };
}

function named({ seq, at, keyId }: SignedCheckpoint) {
  return { seq: BigInt(seq), at: new Date(at), keyId };
}

function isSame(copy: SignedCheckpoint | null, row: SignedCheckpoint): boolean {
  return copy?.signature === row.signature && copy.headHash === row.headHash && copy.at === row.at;
}
