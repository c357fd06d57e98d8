import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { DecideApprovalInput } from "@/lib/codes/approval-schema";
import { attendCode } from "@/lib/codes/attend-code";
import { claimDecision } from "@/lib/codes/claim-decision";
import type { Context } from "@/lib/core/context";
import { mintNow } from "@/lib/codes/mint-now";
import { ConflictError } from "@/lib/core/errors";
import type { Approval } from "@/lib/db/generated/client";
import { withTransaction } from "@/lib/db/transaction";
import type { TransactionContext } from "@/lib/db/transaction";
import { settleReservation } from "@/lib/quota/settle-reservation";

/**
 * A second person lets a limited code be minted, or not. Approved: it is sent at once. Declined: it
 * is refused and its reservation goes back. Nobody decides what they asked for themselves, and a
 * decision is made once.
 */
export async function decideCodeApproval(ctx: Context, input: DecideApprovalInput): Promise<void> {
  authorize(ctx, "codes:mint");
  const decision = DecideApprovalInput.parse(input);
  const { verdict, comment } = decision;
  const { codeId, miniProgramId } = await withTransaction(ctx, async (tctx) => {
    const approval = await claimDecision(tctx, decision, "code");
    await carryOut(tctx, approval, verdict);
    await appendEntry(tctx, {
      action: verdict === "approved" ? "approval.approved" : "approval.declined",
      target: { kind: "code", id: approval.codeId, label: approval.label },
      details: { comment, requestedBy: approval.requestedBy },
    });
    return approval;
  });
  if (verdict === "approved" && codeId) await mintNow(ctx, codeId, miniProgramId);
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
    await attendCode(ctx, codeId);
  } else {
    await settleReservation(ctx, { miniProgramId, codeId, reason }, "release", limitedCount);
  }
}
