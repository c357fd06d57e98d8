import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { ConflictError, NotFoundError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { clearSecondFactor } from "@/lib/people/clear-second-factor";
import { endSessionsOf } from "@/lib/people/end-sessions-of";
import { MemberId } from "@/lib/people/member-schema";

/**
 * An administrator takes away the second factor of somebody who lost phone and recovery codes, and every session of
 * theirs: whoever holds the phone now is out. Throws ConflictError when there is none.
 */
export async function resetSecondFactor(ctx: Context, input: MemberId): Promise<void> {
  authorize(ctx, "people:write");
  const { userId } = MemberId.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const user = await tctx.tx.user.findUnique({ where: { id: userId } });
    if (!user) throw new NotFoundError("user");
    if (!user.totpConfirmedAt) throw new ConflictError("secondFactorNotOn");
    await endSessionsOf(tctx, userId);
    await clearSecondFactor(tctx, user);
  });
}
