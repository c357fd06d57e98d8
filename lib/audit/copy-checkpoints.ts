import type { SignedCheckpoint } from "@/lib/audit/checkpoint-text";
import { toSigned } from "@/lib/audit/list-checkpoints";
import { ownKeys } from "@/lib/audit/own-keys";
import { spkiOf } from "@/lib/audit/proof/public-key";
import type { Context } from "@/lib/core/context";
import { ForbiddenError } from "@/lib/core/errors";
import { reader } from "@/lib/db/transaction";
import { checkpointKey } from "@/lib/storage/object-keys";

const AT_ONCE = 100;

/**
 * Lays a copy of each checkpoint into the object store: whoever can rewrite the whole database cannot rewrite these.
 * What lies there is never replaced. The oldest goes first, so that a crash leaves no gap.
 */
export async function copyCheckpoints(ctx: Context): Promise<void> {
  if (ctx.actor.kind !== "job") throw new ForbiddenError("audit:read");
  const missing = await listUncopied(ctx);
  if (missing.length === 0) return;
  const keys = await ownKeys(ctx);
  for (const checkpoint of missing.toReversed()) {
    const key = keys.get(checkpoint.keyId);
    const copy = { ...checkpoint, publicKey: key ? spkiOf(key) : null };
    const text = `${JSON.stringify(copy, null, 2)}\n`;
    await ctx.runtime.store.put(checkpointKey(checkpoint), Buffer.from(text));
  }
}

/** Newest first, back to the newest that lies there. */
async function listUncopied(ctx: Context): Promise<SignedCheckpoint[]> {
  const missing: SignedCheckpoint[] = [];
  for (;;) {
    const last = missing.at(-1);
    const rows = await reader(ctx).auditCheckpoint.findMany({
      where: last && { seq: { lt: BigInt(last.seq) } },
      orderBy: { seq: "desc" },
      take: last ? AT_ONCE : 1,
    });
    for (const row of rows) {
      const checkpoint = toSigned(row);
      if (await ctx.runtime.store.stat(checkpointKey(checkpoint))) return missing;
      missing.push(checkpoint);
    }
    if (rows.length === 0) return missing;
  }
}
