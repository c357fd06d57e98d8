import { sign } from "node:crypto";
import { auditSigningKey } from "@/lib/audit/audit-signing-key";
import { checkpointText } from "@/lib/audit/checkpoint-text";
import { copyCheckpoints } from "@/lib/audit/copy-checkpoints";
import type { Context } from "@/lib/core/context";
import { ForbiddenError } from "@/lib/core/errors";
import { reader, withTransaction } from "@/lib/db/transaction";
import type { TransactionContext } from "@/lib/db/transaction";

/** As soon as something is new and the last checkpoint is so old, or so many entries are new. */
const EVERY_SECONDS = 300;
const EVERY_ENTRIES = 1_000;

interface End {
  seq: bigint;
  headHash: string;
  at: Date;
}

/**
 * Signs where the log ends, if it is time, and lays a copy into the object store. Any number of workers may try; one
 * of them does it.
 */
export async function makeCheckpoint(ctx: Context): Promise<void> {
  if (ctx.actor.kind !== "job") throw new ForbiddenError("audit:read");
  if (await endToSign(ctx)) await withTransaction(ctx, signEnd);
  await copyCheckpoints(ctx);
}

/** Null when nothing is new, or not enough yet. */
async function endToSign(ctx: Context): Promise<End | null> {
  const [end] = await reader(ctx).$queryRaw<End[]>`
    SELECT head.seq, head.hash AS "headHash", clock_timestamp()::timestamptz(3) AS at
    FROM audit_head AS head
    LEFT JOIN LATERAL (SELECT seq, at FROM audit_checkpoints ORDER BY seq DESC LIMIT 1) AS last ON true
    WHERE head.id = 1 AND head.seq > coalesce(last.seq, 0)
      AND (last.seq IS NULL OR head.seq - last.seq >= ${EVERY_ENTRIES}::int
        OR last.at <= clock_timestamp() - make_interval(secs => ${EVERY_SECONDS}::int))`;
  return end ?? null;
}

async function signEnd(tctx: TransactionContext): Promise<void> {
  const { tx } = tctx;
  const [lock] = await tx.$queryRaw<{ isMine: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended('make-checkpoint', 0)) AS "isMine"`;
  // Another one may have signed it meanwhile.
  const end = lock?.isMine ? await endToSign(tctx) : null;
  if (!end) return;
  const { id: keyId, privateKey } = await auditSigningKey(tctx);
  const { seq, headHash, at } = end;
  const text = checkpointText({ seq: seq.toString(), headHash, at: at.toISOString(), keyId });
  const signature = sign(null, Buffer.from(text), privateKey).toString("base64url");
  await tx.auditCheckpoint.create({ data: { seq, headHash, at, keyId, signature } });
}
