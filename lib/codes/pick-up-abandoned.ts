import { attemptLeaseMs } from "@/lib/codes/start-attempt";
import { settleCode } from "@/lib/codes/settle-code";
import type { Context } from "@/lib/core/context";
import { ForbiddenError } from "@/lib/core/errors";
import { log } from "@/lib/log";

const QUEUED_FOR_MS = 2 * 60 * 1000;
const MOST = 50;

/**
 * Codes whose settling job never came through, because storage was full, the sandbox off or the
 * queue lost: each is settled as that job would have done, so that no reservation stays open by
 * neglect. At most 50 a run, the oldest first.
 */
export async function pickUpAbandoned(ctx: Context): Promise<void> {
  if (ctx.actor.kind !== "job") throw new ForbiddenError("codes:mint");
  const now = ctx.now().getTime();
  const queuedBefore = new Date(now - QUEUED_FOR_MS);
  const sentBefore = new Date(now - attemptLeaseMs(ctx.runtime.env));
  const abandoned = await ctx.runtime.db.code.findMany({
    where: {
      OR: [
        {
          status: "queued",
          isAwaitingApproval: false,
          updatedAt: { lt: queuedBefore },
          OR: [{ heldUntil: null }, { heldUntil: { lt: queuedBefore } }],
        },
        { status: "sent", sentAt: { lt: sentBefore } },
      ],
    },
    orderBy: { updatedAt: "asc" },
    take: MOST,
    select: { id: true },
  });
  for (const { id } of abandoned) {
    try {
      await settleCode(ctx, { codeId: id });
    } catch (error) {
      log.warn({ err: error, codeId: id }, "an abandoned code could not be settled");
    }
  }
}
