import type { ChainedFields } from "@/lib/audit/chain-hash";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";

/** Few enough that others get their turn while they are checked. */
const AT_ONCE = 200n;

/** An entry as it is stored, in the shape it was chained in. */
export interface StoredEntry {
  fields: Required<ChainedFields>;
  salt: string | null;
  contentHash: string | null;
  prevHash: string;
  hash: string;
}

/** All entries up to a number, by number, some at a time; the next ones are fetched while these are looked at. */
export async function* walkEntries(ctx: Context, lastSeq: bigint): AsyncGenerator<StoredEntry[]> {
  let coming = readEntries(ctx, 0n, lastSeq);
  for (let after = 0n; after < lastSeq; after += AT_ONCE) {
    const entries = await coming;
    coming = readEntries(ctx, after + AT_ONCE, lastSeq);
    // Nobody may be there any more to see it fail.
    coming.catch(() => undefined);
    yield entries;
  }
}

async function readEntries(ctx: Context, after: bigint, lastSeq: bigint): Promise<StoredEntry[]> {
  if (after >= lastSeq) return [];
  const until = after + AT_ONCE < lastSeq ? after + AT_ONCE : lastSeq;
  const rows = await reader(ctx).auditEntry.findMany({
    where: { seq: { gt: after, lte: until } },
    orderBy: { seq: "asc" },
  });
  return rows.map(({ salt, contentHash, prevHash, hash, seq, at, ...fields }) => ({
    fields: { ...fields, seq: seq.toString(), at: at.toISOString() },
    salt,
    contentHash,
    prevHash,
    hash,
  }));
}
