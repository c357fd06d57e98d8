import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { InvalidInputError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { appendQuotaEntry } from "@/lib/quota/append-quota-entry";
import { lockCounter } from "@/lib/quota/lock-counter";
import { moveCounter } from "@/lib/quota/move-counter";
import { ChangeLimitInput } from "@/lib/quota/schema";

/**
 * Changes the lifetime limit. The ledger gets a line of its own kind, by how much, since what is left
 * changes with it. Throws InvalidInputError when more is already spent or reserved.
 */
export async function changeLimit(ctx: Context, input: ChangeLimitInput): Promise<void> {
  authorize(ctx, "quota:write");
  const { miniProgramId, limit, reason } = ChangeLimitInput.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const counter = await lockCounter(tctx, miniProgramId);
    const amount = limit - counter.lifetimeLimit;
    if (amount === 0) return;
    const totals = await moveCounter(tctx, miniProgramId, { limit: amount });
    if (!totals) {
      const used = counter.spent + counter.reserved;
      throw new InvalidInputError("quotaLimitBelowUsed", "limit", { used });
    }
    await appendQuotaEntry(tctx, { miniProgramId, kind: "limit", amount, reason }, totals);
    await appendEntry(tctx, {
      action: "quota.limit_changed",
      target: { kind: "mini_program", id: miniProgramId, label: counter.miniProgramName },
      changes: { lifetimeLimit: { from: counter.lifetimeLimit, to: limit } },
      details: { reason },
    });
  });
}
