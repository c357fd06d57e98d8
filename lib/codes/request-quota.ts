import { v7 as uuidv7 } from "uuid";
import { askForApproval } from "@/lib/codes/ask-for-approval";
import type { TransactionContext } from "@/lib/db/transaction";
import { lockCounter } from "@/lib/quota/lock-counter";
import { needsApproval } from "@/lib/quota/needs-approval";
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
 * approval; the code then waits.
 */
export async function requestQuota(ctx: TransactionContext, code: WantedQuota): Promise<void> {
  const { id, miniProgramId, campaignId, label, reason, quotaCost } = code;
  if (quotaCost === 0) return;
  await reserveQuota(ctx, { miniProgramId, codeId: id, campaignId, reason, count: quotaCost });
  if (!needsApproval(quotaCost, await lockCounter(ctx, miniProgramId))) return;
  await ctx.tx.code.update({ where: { id }, data: { isAwaitingApproval: true } });
  await askForApproval(ctx, {
    id: uuidv7(),
    miniProgramId,
    of: { kind: "code", id, label },
    limitedCount: quotaCost,
    reason,
  });
}
