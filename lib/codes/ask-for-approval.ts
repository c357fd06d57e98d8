import { appendEntry } from "@/lib/audit/append-entry";
import type { TransactionContext } from "@/lib/db/transaction";

export interface WantedApproval {
  id: string;
  miniProgramId: string;
  of: { kind: "code" | "batch"; id: string; label: string };
  limitedCount: number;
  reason: string;
}

/** Writes down that limited codes wait for a second person; who acts is who asked. */
export async function askForApproval(
  ctx: TransactionContext,
  { id, miniProgramId, of, limitedCount, reason }: WantedApproval,
): Promise<void> {
  await ctx.tx.approval.create({
    data: {
      id,
      miniProgramId,
      ...(of.kind === "code" ? { codeId: of.id } : { batchId: of.id }),
      label: of.label,
      limitedCount,
      reason,
      requestedById: ctx.actor.id,
      requestedBy: ctx.actor.name,
      createdAt: ctx.now(),
    },
  });
  await appendEntry(ctx, { action: "approval.requested", target: of, details: { limitedCount } });
}
