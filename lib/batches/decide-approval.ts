import { authorize } from "@/lib/access/authorize";
import { decideBatchApproval } from "@/lib/batches/decide-batch-approval";
import { DecideApprovalInput } from "@/lib/codes/approval-schema";
import { decideCodeApproval } from "@/lib/codes/decide-code-approval";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";

/** A second person's word on one code or on a whole batch, whichever the approval is about. */
export async function decideApproval(ctx: Context, input: DecideApprovalInput): Promise<void> {
  authorize(ctx, "codes:mint");
  const { approvalId } = DecideApprovalInput.parse(input);
  const approval = await reader(ctx).approval.findUnique({
    where: { id: approvalId },
    select: { batchId: true },
  });
  await (approval?.batchId ? decideBatchApproval : decideCodeApproval)(ctx, input);
}
