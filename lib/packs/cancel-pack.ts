import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { ConflictError, NotFoundError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { PackOf } from "@/lib/packs/schema";

/**
 * Gives up a pack that is being prepared; whoever prepares it stops. A cancelled one stays as it is. Throws
 * NotFoundError, and ConflictError `packDone` when it is done.
 */
export async function cancelPack(ctx: Context, input: PackOf): Promise<void> {
  authorize(ctx, "packs:write");
  const { packId } = PackOf.parse(input);
  await withTransaction(ctx, async (tctx) => {
    await tctx.tx.$queryRaw`SELECT FROM packs WHERE id = ${packId}::uuid FOR UPDATE`;
    const pack = await tctx.tx.pack.findUnique({ where: { id: packId } });
    if (!pack) throw new NotFoundError("pack");
    if (pack.status === "cancelled") return;
    if (pack.status !== "preparing") throw new ConflictError("packDone");
    await tctx.tx.pack.update({
      where: { id: packId },
      data: { status: "cancelled", runToken: null },
    });
    await appendEntry(tctx, {
      action: "pack.cancelled",
      target: { kind: "pack", id: packId, label: pack.name },
      details: { doneCount: pack.doneCount },
    });
  });
}
