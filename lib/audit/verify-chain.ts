import { authorize } from "@/lib/access/authorize";
import { chainHash, FIRST_PREVIOUS_HASH } from "@/lib/audit/chain-hash";
import { entryContent } from "@/lib/audit/entry-content";
import { verifyCheckpoints } from "@/lib/audit/verify-checkpoints";
import type { CheckpointFault, KnownCheckpoint } from "@/lib/audit/verify-checkpoints";
import { walkEntries } from "@/lib/audit/walk-entries";
import type { StoredEntry } from "@/lib/audit/walk-entries";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";

/**
 * Which check failed. "chain": the entry does not follow from the one before it, or is not there. "checkpoint": what
 * was signed is another log than this one. The others are about the record of a checkpoint.
 */
export type ChainFault = "chain" | "checkpoint" | CheckpointFault;

interface Compared {
  checkpointCount: number;
  /** The newest one the chain agrees with. */
  lastCheckpoint: { seq: string; at: Date; keyId: string } | null;
}

export type ChainVerdict =
  | (Compared & { intact: true; entryCount: number; headHash: string })
  | (Compared & {
      intact: false;
      /** The first entry that is not what it was; with "checkpoint" the first one that may not be. */
      brokenSeq: string;
      why: ChainFault;
      /** The one that told; null when the chain breaks by itself. */
      checkpoint: { seq: string; at: Date } | null;
    });

/**
 * Walks the whole chain and compares it with every checkpoint, in the database and in the object store. Names the
 * first entry that was changed, dropped, added or moved, and which check told.
 */
export async function verifyChain(ctx: Context): Promise<ChainVerdict> {
  authorize(ctx, "audit:read");
  // Before the end is read: what they were signed for is there by then.
  const checkpoints = await verifyCheckpoints(ctx);
  const head = await readHead(ctx);
  const walk = new ChainWalk(checkpoints);
  if (!walk.begin(head)) return walk.verdict();
  for await (const entries of walkEntries(ctx, head.seq)) {
    for (const entry of entries) if (!walk.take(entry)) return walk.verdict();
  }
  walk.finish(head);
  return walk.verdict();
}

interface Head {
  seq: bigint;
  hash: string;
  firstSeq: bigint;
  lastSeq: bigint;
}

type Break = { brokenSeq: bigint; why: ChainFault; by: KnownCheckpoint | null };

/** Where the chain has got to, and the first thing that was wrong. */
class ChainWalk {
  #seq = 0n;
  #hash = FIRST_PREVIOUS_HASH;
  #place = 0;
  #agreed: KnownCheckpoint | null = null;
  #break: Break | null = null;
  readonly #checkpoints: readonly KnownCheckpoint[];

  constructor(checkpoints: readonly KnownCheckpoint[]) {
    this.#checkpoints = checkpoints;
  }

  /** False when something stands before the first entry. */
  begin({ firstSeq }: Head): boolean {
    return firstSeq > 0n || this.#fail({ brokenSeq: firstSeq, why: "chain", by: null });
  }

  /** False when it is broken here, and the rest tells nothing more. */
  take({ fields, salt, contentHash, prevHash, hash }: StoredEntry): boolean {
    const content = entryContent(fields, salt);
    const isUnbroken =
      fields.seq === (this.#seq + 1n).toString() &&
      prevHash === this.#hash &&
      contentHash === (salt === null ? null : content) &&
      hash === chainHash(prevHash, content);
    if (!isUnbroken) return this.#fail({ brokenSeq: this.#seq + 1n, why: "chain", by: null });
    this.#seq += 1n;
    this.#hash = hash;
    return this.#compare(this.#seq);
  }

  finish({ seq, hash, lastSeq }: Head): void {
    const next = this.#checkpoints[this.#place];
    // Cut off at its end, which was signed; or something stands behind the end.
    if (next && this.#seq === seq) {
      const isBelieved = next.headHash !== null;
      const why = isBelieved ? "checkpoint" : (next.fault ?? "signature");
      this.#fail({ brokenSeq: isBelieved ? seq + 1n : next.seq, why, by: next });
    } else if (this.#seq !== seq || this.#hash !== hash || lastSeq > seq) {
      this.#fail({ brokenSeq: this.#seq + 1n, why: "chain", by: null });
    }
  }

  verdict(): ChainVerdict {
    const agreed = this.#agreed;
    const compared = {
      checkpointCount: this.#place,
      lastCheckpoint: agreed && { seq: agreed.seq.toString(), at: agreed.at, keyId: agreed.keyId },
    };
    if (!this.#break) {
      const [entryCount, headHash] = [Number(this.#seq), this.#hash];
      return { ...compared, intact: true, entryCount, headHash };
    }
    const { brokenSeq, why, by } = this.#break;
    const checkpoint = by && { seq: by.seq.toString(), at: by.at };
    return { ...compared, intact: false, brokenSeq: brokenSeq.toString(), why, checkpoint };
  }

  /** With the checkpoints that were signed when the chain ended here. */
  #compare(seq: bigint): boolean {
    const here: KnownCheckpoint[] = [];
    for (let known = this.#next(seq); known; known = this.#next(seq)) {
      here.push(known);
      this.#place += 1;
    }
    const other = here.find(({ headHash }) => headHash !== null && headHash !== this.#hash);
    const brokenSeq = (this.#agreed?.seq ?? 0n) + 1n;
    if (other) return this.#fail({ brokenSeq, why: "checkpoint", by: other });
    const faulty = here.find(({ fault }) => fault !== null);
    if (faulty?.fault) return this.#fail({ brokenSeq: faulty.seq, why: faulty.fault, by: faulty });
    this.#agreed = here.at(-1) ?? this.#agreed;
    return true;
  }

  #next(seq: bigint): KnownCheckpoint | undefined {
    const next = this.#checkpoints[this.#place];
    return next && next.seq <= seq ? next : undefined;
  }

  #fail(found: Break): false {
    this.#break ??= found;
    return false;
  }
}

/** Where the chain ends, and the first and the last entry there are, seen at one moment. */
async function readHead(ctx: Context): Promise<Head> {
  const [head] = await reader(ctx).$queryRaw<Head[]>`
    SELECT seq, hash, (SELECT coalesce(min(seq), 1) FROM audit_entries) AS "firstSeq",
      (SELECT coalesce(max(seq), 0) FROM audit_entries) AS "lastSeq"
    FROM audit_head WHERE id = 1`;
  if (!head) throw new Error("The audit chain has no head row; run the migrations.");
  return head;
}
