import type { DecideApprovalInput } from "@/lib/codes/approval-schema";
import { ConflictError, NotFoundError } from "@/lib/core/errors";
import type { Approval } from "@/lib/db/generated/client";
import type { TransactionContext } from "@/lib/db/transaction";

/**
 * Writes a decision down, once and never about one's own request, and gives the approval it is about.
 * Throws `not_found` when there is none of that kind, and `conflict`.
 */
export async function claimDecision(
  ctx: TransactionContext,
  { approvalId, verdict, comment }: DecideApprovalInput,
  of: "code" | "batch",
): Promise<Approval> {
  const approval = await ctx.tx.approval.findUnique({ where: { id: approvalId } });
  if (!approval || (of === "batch") !== (approval.batchId !== null)) {
    throw new NotFoundError("approval");
  }
  if (approval.requestedById === ctx.actor.id) throw new ConflictError("approvalOwn");
  const { count } = await ctx.tx.approval.updateMany({
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
  return approval;
}
