import { appendEntry } from "@/lib/audit/append-entry";
import type { User } from "@/lib/db/generated/client";
import type { TransactionContext } from "@/lib/db/transaction";

/** Forgets a person's secret and recovery codes. The last step of its transaction, for it writes the entry. */
export async function clearSecondFactor(ctx: TransactionContext, user: User): Promise<void> {
  await ctx.tx.recoveryCode.deleteMany({ where: { userId: user.id } });
  await ctx.tx.user.update({
    where: { id: user.id },
    data: { totpCiphertext: null, totpConfirmedAt: null, totpLastStep: null },
  });
  await appendEntry(ctx, {
    action: "user.second_factor_off",
    target: { kind: "user", id: user.id, label: user.name },
    details: {},
  });
}
