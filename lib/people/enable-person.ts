import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { MemberId } from "@/lib/people/member-schema";

/** Lets a disabled person in again, with the role and the keys they had. Enabling twice changes nothing. */
export async function enablePerson(ctx: Context, input: MemberId): Promise<void> {
  authorize(ctx, "people:write");
  const { userId } = MemberId.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const { tx } = tctx;
    const user = await tx.user.findUnique({ where: { id: userId } });
    if (!user) throw new NotFoundError("user");
    const { count } = await tx.user.updateMany({
      where: { id: userId, disabledAt: { not: null } },
      data: { disabledAt: null },
    });
    if (count === 0) return;
    await appendEntry(tctx, {
      action: "user.enabled",
      target: { kind: "user", id: userId, label: user.name },
      details: {},
    });
  });
}
