import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { DecideApprovalInput } from "@/lib/codes/approval-schema";
import { attemptMint } from "@/lib/codes/attempt-mint";
import type { Context } from "@/lib/core/context";
import { ConflictError, NotFoundError } from "@/lib/core/errors";
import type { Approval } from "@/lib/db/generated/client";
import { withTransaction } from "@/lib/db/transaction";
import type { TransactionContext } from "@/lib/db/transaction";
import { settleReservation } from "@/lib/quota/settle-reservation";

/**
 * A second person lets limited codes be minted, or not. Approved: the code is sent at once.
 * Declined: it is refused and its reservation goes back. Nobody decides what they asked for
 * themselves, and a decision is made once.
 */
export async function decideApproval(ctx: Context, input: DecideApprovalInput): Promise<void> {
  authorize(ctx, "codes:mint");
  const { approvalId, verdict, comment } = DecideApprovalInput.parse(input);
  const codeId = await withTransaction(ctx, async (tctx) => {
    const approval = await tctx.tx.approval.findUnique({ where: { id: approvalId } });
    if (!approval) throw new NotFoundError("approval");
    if (approval.requestedById === ctx.actor.id) throw new ConflictError("approvalOwn");
    const { count } = await tctx.tx.approval.updateMany({
      where: { id: approvalId, status: "pending" },
      data: {
        status: verdict,
        comment,
        decidedById: ctx.actor.id,
        decidedBy: ctx.actor.name,
        decidedAt: ctx.now(),
      },
    });
    if (count === 0) throw new ConflictError("approvalDecided");
    await carryOut(tctx, approval, verdict);
    await appendEntry(tctx, {
      action: verdict === "approved" ? "approval.approved" : "approval.declined",
      target: { kind: "code", id: approval.codeId, label: approval.label },
      details: { comment, requestedBy: approval.requestedBy },
    });
    return verdict === "approved" ? approval.codeId : null;
  });
  if (codeId) await attemptMint(ctx, codeId);
}

async function carryOut(
  ctx: TransactionContext,
  approval: Approval,
  verdict: "approved" | "declined",
): Promise<void> {
  const { codeId, miniProgramId, limitedCount, label: reason } = approval;
  if (codeId === null) return;
  const isApproved = verdict === "approved";
  const { count } = await ctx.tx.code.updateMany({
    where: { id: codeId, status: "queued", isAwaitingApproval: true },
    data: {
      isAwaitingApproval: false,
      ...(!isApproved && {
        status: "refused",
        failureWhy: "not_sent:declined",
        failureMessage: "",
      }),
    },
  });
  if (count === 0) throw new ConflictError("approvalDecided");
  if (isApproved) {
    // Should this process die before it has sent the code, the job does.
    await ctx.runtime.queue.enqueue(ctx.tx, "codes.settle", { codeId }, { afterSeconds: 60 });
  } else {
    await settleReservation(ctx, { miniProgramId, codeId, reason }, "release", limitedCount);
  }
}
