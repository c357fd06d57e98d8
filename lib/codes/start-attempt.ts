import { randomUUID } from "node:crypto";
import type { Context } from "@/lib/core/context";
import { withTransaction } from "@/lib/db/transaction";
import type { Env } from "@/lib/env";

/**
 * Requests a mint may make one after the other, each with its own time-out: by the policy up to
 * six for a picture, and for tokens two, with a platform's two more.
 */
const CALLS_PER_ATTEMPT = 10;
const MARGIN_MS = 15_000;

/** After this long a `sent` code has lost its process, in milliseconds. */
export function attemptLeaseMs(env: Env): number {
  return env.WECHAT_TIMEOUT_MS * CALLS_PER_ATTEMPT + MARGIN_MS;
}

/**
 * Commits `sent` under a new attempt token before the first byte goes out, with a job
 * that settles the code should this process die. Returns the token, or null when the
 * code is not waiting to be sent (another process has it).
 */
export async function startAttempt(ctx: Context, codeId: string): Promise<string | null> {
  const attemptToken = randomUUID();
  return withTransaction(ctx, async (tctx) => {
    const { count } = await tctx.tx.code.updateMany({
      where: { id: codeId, status: "queued", isAwaitingApproval: false },
      data: {
        status: "sent",
        attemptToken,
        attemptCount: { increment: 1 },
        sentAt: ctx.now(),
        heldUntil: null,
        failureErrcode: null,
        failureWhy: null,
        failureMessage: null,
        failureRid: null,
      },
    });
    if (count === 0) return null;
    const afterSeconds = Math.ceil(attemptLeaseMs(ctx.runtime.env) / 1000);
    await ctx.runtime.queue.enqueue(tctx.tx, "codes.settle", { codeId }, { afterSeconds });
    return attemptToken;
  });
}
