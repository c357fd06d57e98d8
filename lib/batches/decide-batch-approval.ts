import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { lockBatch } from "@/lib/batches/lock-batch";
import { refuseQueued } from "@/lib/batches/refuse-queued";
import { startBatch } from "@/lib/batches/start-batch";
import { DecideApprovalInput } from "@/lib/codes/approval-schema";
import { claimDecision } from "@/lib/codes/claim-decision";
import type { Context } from "@/lib/core/context";
import { ConflictError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import type { TransactionContext } from "@/lib/db/transaction";

/**
 * A second person lets a batch of limited codes run, or not. Declined: its rows are refused and its
 * reservation goes back. Nobody decides what they asked for themselves, and a decision is made once.
 */
export async function decideBatchApproval(ctx: Context, input: DecideApprovalInput): Promise<void> {
  authorize(ctx, "codes:mint");
  const decision = DecideApprovalInput.parse(input);
  const { verdict, comment } = decision;
  await withTransaction(ctx, async (tctx) => {
    const approval = await claimDecision(tctx, decision, "batch");
    const { label, requestedBy } = approval;
    const batchId = String(approval.batchId);
    const isDone =
      verdict === "approved" ? await startBatch(tctx, batchId) : await declineBatch(tctx, batchId);
    if (!isDone) throw new ConflictError("approvalDecided");
    await appendEntry(tctx, {
      action: verdict === "approved" ? "approval.approved" : "approval.declined",
      target: { kind: "batch", id: batchId, label },
      details: { comment, requestedBy },
    });
  });
}

async function declineBatch(ctx: TransactionContext, batchId: string): Promise<boolean> {
  const batch = await lockBatch(ctx, batchId);
  if (batch.status !== "awaiting_approval") return false;
  await refuseQueued(ctx, batch, "declined");
  await ctx.tx.batch.update({
    where: { id: batchId },
    data: { status: "cancelled", finishedAt: ctx.now() },
  });
  return true;
}
