import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { fieldChanges } from "@/lib/audit/field-changes";
import type { Context } from "@/lib/core/context";
import { withTransaction } from "@/lib/db/transaction";
import { lockCounter } from "@/lib/quota/lock-counter";
import { ChangeQuotaSettingsInput } from "@/lib/quota/schema";

/**
 * Changes the calls of A a day, whether a mere look is counted, from when a second person is asked, and the
 * pace of calls.
 */
export async function changeQuotaSettings(
  ctx: Context,
  input: ChangeQuotaSettingsInput,
): Promise<void> {
  authorize(ctx, "quota:write");
  const { miniProgramId, ...settings } = ChangeQuotaSettingsInput.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const { miniProgramName, ...before } = await lockCounter(tctx, miniProgramId);
    const changes = fieldChanges(before, settings);
    if (Object.keys(changes).length === 0) return;
    await tctx.tx.quotaCounter.update({ where: { miniProgramId }, data: settings });
    await appendEntry(tctx, {
      action: "quota.settings_changed",
      target: { kind: "mini_program", id: miniProgramId, label: miniProgramName },
      changes,
      details: {},
    });
  });
}
