import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { PackOf } from "@/lib/packs/schema";
import { takePack } from "@/lib/packs/take-pack";
import { TAKE_MS } from "@/lib/packs/take-schema";

/**
 * The take that asking for a part belongs to: the last one of this person while it may be carried on, else a new one.
 * Throws NotFoundError, and ConflictError while there is nothing to take.
 */
export async function continueTake(ctx: Context, input: PackOf): Promise<{ takeId: string }> {
  authorize(ctx, "packs:read");
  const { success, data } = PackOf.safeParse(input);
  const userId = ctx.actor.id;
  if (!success || userId === null) throw new NotFoundError("pack");
  const { packId } = data;
  return withTransaction(ctx, async (tctx) => {
    // Parts that are asked for at the same time are one take.
    await tctx.tx.$queryRaw`SELECT FROM packs WHERE id = ${packId}::uuid FOR NO KEY UPDATE`;
    const takenAt = { gt: new Date(ctx.now().getTime() - TAKE_MS) };
    const begun = await tctx.tx.packTake.findFirst({
      where: { packId, userId, linkId: null, takenAt },
      orderBy: { takenAt: "desc" },
      select: { id: true },
    });
    return begun ? { takeId: begun.id } : takePack(tctx, { packId });
  });
}
