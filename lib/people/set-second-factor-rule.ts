import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { fieldChanges } from "@/lib/audit/field-changes";
import type { Context } from "@/lib/core/context";
import { withTransaction } from "@/lib/db/transaction";
import { SecondFactorRuleInput } from "@/lib/people/member-schema";

/** Says who needs a second factor; whoever lacks it is led to set one up at their next request. */
export async function setSecondFactorRule(
  ctx: Context,
  input: SecondFactorRuleInput,
): Promise<void> {
  authorize(ctx, "people:write");
  const { rule } = SecondFactorRuleInput.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const { tx } = tctx;
    const [before] = await tx.$queryRaw<{ rule: string }[]>`
      SELECT second_factor::text AS rule FROM desk_settings WHERE id = 1 FOR NO KEY UPDATE`;
    if (!before) throw new Error("The desk has no row of settings; run the migrations.");
    if (before.rule === rule) return;
    await tx.deskSettings.update({ where: { id: 1 }, data: { secondFactor: rule } });
    await appendEntry(tctx, {
      action: "desk.second_factor_required",
      target: { kind: "desk", id: null, label: "Mintdesk" },
      changes: fieldChanges({ secondFactor: before.rule }, { secondFactor: rule }),
      details: {},
    });
  });
}
