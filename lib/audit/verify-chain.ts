import { authorize } from "@/lib/access/authorize";
import { chainHash, FIRST_PREVIOUS_HASH } from "@/lib/audit/chain-hash";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";

const CHUNK_SIZE = 2_000;

export type ChainVerdict =
  { intact: true; entryCount: number; headHash: string } | { intact: false; brokenSeq: string };

/** Walks the whole chain; names the first entry that was changed, dropped, added or moved. */
export async function verifyChain(ctx: Context): Promise<ChainVerdict> {
  authorize(ctx, "audit:read");
  const head = await readHead(ctx);
  // Something stands behind the end.
  if (head.lastSeq > head.seq) return { intact: false, brokenSeq: (head.seq + 1n).toString() };
  let previousHash = FIRST_PREVIOUS_HASH;
  let seq = 0n;
  for (;;) {
    const entries = await reader(ctx).auditEntry.findMany({
      // Others append meanwhile: what came later is not looked at.
      where: { seq: { gt: seq, lte: head.seq } },
      orderBy: { seq: "asc" },
      take: CHUNK_SIZE,
    });
    for (const { hash, prevHash, ...fields } of entries) {
      const expected = chainHash(previousHash, {
        ...fields,
        seq: fields.seq.toString(),
        at: fields.at.toISOString(),
      });
      const unbroken = fields.seq === seq + 1n && prevHash === previousHash && hash === expected;
      if (!unbroken) return { intact: false, brokenSeq: (seq + 1n).toString() };
      previousHash = hash;
      seq = fields.seq;
    }
    if (entries.length < CHUNK_SIZE) break;
  }
  if (head.seq !== seq || head.hash !== previousHash) {
    return { intact: false, brokenSeq: (seq + 1n).toString() };
  }
  return { intact: true, entryCount: Number(seq), headHash: previousHash };
}

interface Head {
  seq: bigint;
  hash: string;
  lastSeq: bigint;
}

/** Where the chain ends and the last entry there is, seen at one moment. */
async function readHead(ctx: Context): Promise<Head> {
  const [head] = await reader(ctx).$queryRaw<Head[]>`
    SELECT seq, hash, (SELECT coalesce(max(seq), 0) FROM audit_entries) AS "lastSeq"
    FROM audit_head WHERE id = 1`;
  if (!head) throw new Error("The audit chain has no head row; run the migrations.");
  return head;
}
