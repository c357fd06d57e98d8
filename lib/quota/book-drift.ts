import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { ConflictError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { lockCounter } from "@/lib/quota/lock-counter";
import { moveSpent } from "@/lib/quota/move-spent";
import { BookDriftInput } from "@/lib/quota/schema";

/**
 * Books exactly the drift that was shown, which closes it: codes minted past us as `external`, codes WeChat
 * counted fewer than we did as `adjust`. Throws `conflict` when the drift is another one by now.
 */
export async function bookDrift(ctx: Context, input: BookDriftInput): Promise<void> {
  authorize(ctx, "quota:write");
  const { miniProgramId, expectedDrift: amount, reason } = BookDriftInput.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const counter = await lockCounter(tctx, miniProgramId);
    if (counter.drift !== amount) throw new ConflictError("quotaDriftChanged");
    await moveSpent(tctx, counter, { kind: amount > 0 ? "external" : "adjust", amount, reason });
    await appendEntry(tctx, {
      action: "quota.drift_booked",
      target: { kind: "mini_program", id: miniProgramId, label: counter.miniProgramName },
      changes: { spent: { from: counter.spent, to: counter.spent + amount } },
      details: { amount, numUsed: counter.numUsed, reason },
    });
  });
}
