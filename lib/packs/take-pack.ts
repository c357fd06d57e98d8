import { v7 as uuidv7 } from "uuid";
import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { requireReady } from "@/lib/packs/require-ready";
import { PackOf } from "@/lib/packs/schema";

/**
 * Puts down that a person takes a pack, from where. With it the file can be opened, also again after the connection
 * broke. Throws NotFoundError, and ConflictError while there is nothing to take.
 */
export async function takePack(ctx: Context, input: PackOf): Promise<{ takeId: string }> {
  authorize(ctx, "packs:read");
  const parsed = PackOf.safeParse(input);
  if (!parsed.success) throw new NotFoundError("pack");
  const { packId } = parsed.data;
  return withTransaction(ctx, async (tctx) => {
    const pack = await tctx.tx.pack.findUnique({ where: { id: packId } });
    requireReady(pack);
    const takeId = uuidv7();
    await tctx.tx.packTake.create({
      data: {
        id: takeId,
        packId,
        userId: ctx.actor.id,
        takenBy: ctx.actor.name,
        address: ctx.address,
        takenAt: ctx.now(),
      },
    });
    await appendEntry(tctx, {
      action: "pack.taken",
      target: { kind: "pack", id: packId, label: pack?.name ?? "" },
      details: { codeCount: pack?.codeCount ?? 0 },
    });
    return { takeId };
  });
}
