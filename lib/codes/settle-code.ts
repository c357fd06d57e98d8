import { attemptMint } from "@/lib/codes/attempt-mint";
import { isLimited } from "@/lib/codes/code-parameters";
import { unknownOutcome } from "@/lib/codes/mint-outcome";
import { settleAttempt } from "@/lib/codes/settle-attempt";
import { attemptLeaseMs } from "@/lib/codes/start-attempt";
import type { Context } from "@/lib/core/context";
import { ForbiddenError } from "@/lib/core/errors";
import type { BatchStatus } from "@/lib/db/generated/client";

const MOST_ATTEMPTS = 3;
const QUEUED_FOR_MS = 30_000;

/**
 * Picks up a code whose process died, or that waits for a pause to end. Queued: it was never
 * sent, so it is sent now.
 * Sent and past its lease: nobody knows what WeChat did. B is asked again with the same
 * scene, which costs nothing; A and C keep their reservation and wait for a person.
 */
export async function settleCode(ctx: Context, { codeId }: { codeId: string }): Promise<void> {
  if (ctx.actor.kind !== "job") throw new ForbiddenError("codes:mint");
  const { db, env } = ctx.runtime;
  const code = await db.code.findUnique({
    where: { id: codeId },
    include: { batch: { select: { status: true } } },
  });
  if (!code) return;
  const ageMs = (since: Date | null) => ctx.now().getTime() - (since?.getTime() ?? 0);
  if (code.status === "queued") {
    if (code.isAwaitingApproval || isInOpenBatch(code)) return;
    const isDue = code.heldUntil
      ? code.heldUntil <= ctx.now()
      : ageMs(code.updatedAt) >= QUEUED_FOR_MS;
    if (isDue) await attemptMint(ctx, codeId);
    return;
  }
  const isLost = code.status === "sent" && ageMs(code.sentAt) >= attemptLeaseMs(env);
  if (!isLost || !code.attemptToken) return;
  await settleAttempt(ctx, {
    codeId,
    attemptToken: code.attemptToken,
    outcome: unknownOutcome("interrupted", "The attempt was never finished.", isLimited(code.kind)),
    calls: [],
  });
  if (isLimited(code.kind) || code.attemptCount >= MOST_ATTEMPTS) return;
  const { count } = await db.code.updateMany({
    where: { id: codeId, status: "unknown", attemptToken: code.attemptToken },
    data: { status: "queued" },
  });
  if (count === 1 && !isInOpenBatch(code)) await attemptMint(ctx, codeId);
}

/** Its batch sends it, at its pace and not while it is paused. */
function isInOpenBatch({ batch }: { batch: { status: BatchStatus } | null }): boolean {
  return batch !== null && batch.status !== "done" && batch.status !== "cancelled";
}
