import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { withTransaction } from "@/lib/db/transaction";
import { lockCounter } from "@/lib/quota/lock-counter";
import { moveSpent } from "@/lib/quota/move-spent";
import { AdjustSpentInput } from "@/lib/quota/schema";

/** Corrects what counts as spent, up or down, by what a person knows and the ledger does not. */
export async function adjustSpent(ctx: Context, input: AdjustSpentInput): Promise<void> {
  authorize(ctx, "quota:write");
  const { miniProgramId, amount, reason } = AdjustSpentInput.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const counter = await lockCounter(tctx, miniProgramId);
    await moveSpent(tctx, counter, { kind: "adjust", amount, reason });
    await appendEntry(tctx, {
      action: "quota.adjusted",
      target: { kind: "mini_program", id: miniProgramId, label: counter.miniProgramName },
      changes: { spent: { from: counter.spent, to: counter.spent + amount } },
      details: { amount, reason },
    });
  });
}
