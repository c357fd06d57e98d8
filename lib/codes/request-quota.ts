import { v7 as uuidv7 } from "uuid";
import { appendEntry } from "@/lib/audit/append-entry";
import type { TransactionContext } from "@/lib/db/transaction";
import { lockCounter } from "@/lib/quota/lock-counter";
import { reserveQuota } from "@/lib/quota/reserve-quota";

export interface WantedQuota {
  id: string;
  miniProgramId: string;
  campaignId: string | null;
  label: string;
  reason: string;
  quotaCost: number;
}

/**
 * Reserves what a code costs and, above the mini program's threshold, asks for a second person's
 * approval; the code then waits. Returns whether it does.
 */
export async function requestQuota(ctx: TransactionContext, code: WantedQuota): Promise<boolean> {
  const { id: codeId, miniProgramId, campaignId, label, reason, quotaCost } = code;
  if (quotaCost === 0) return false;
  await reserveQuota(ctx, { miniProgramId, codeId, campaignId, reason, count: quotaCost });
  const { approvalThreshold } = await lockCounter(ctx, miniProgramId);
  if (approvalThreshold === null || quotaCost <= approvalThreshold) return false;
  await ctx.tx.code.update({ where: { id: codeId }, data: { isAwaitingApproval: true } });
  await ctx.tx.approval.create({
    data: {
      id: uuidv7(),
      miniProgramId,
      codeId,
      label,
      limitedCount: quotaCost,
      reason,
      requestedById: ctx.actor.id,
      requestedBy: ctx.actor.name,
      createdAt: ctx.now(),
    },
  });
  await appendEntry(ctx, {
    action: "approval.requested",
    target: { kind: "code", id: codeId, label },
    details: { limitedCount: quotaCost },
  });
  return true;
}
