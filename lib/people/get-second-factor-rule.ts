import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";
import type { SecondFactorRuleNow } from "@/lib/people/member-schema";

/** Who needs a second factor, and how many each rule would ask to set one up. */
export async function getSecondFactorRule(ctx: Context): Promise<SecondFactorRuleNow> {
  authorize(ctx, "people:write");
  const db = reader(ctx);
  const { secondFactor } = await db.deskSettings.findUniqueOrThrow({ where: { id: 1 } });
  const without = { disabledAt: null, totpConfirmedAt: null, passwordHash: { not: null } };
  const everyone = await db.user.count({ where: without });
  const admins = await db.user.count({ where: { ...without, role: "admin" } });
  return { rule: secondFactor, lacking: { admins, everyone } };
}
