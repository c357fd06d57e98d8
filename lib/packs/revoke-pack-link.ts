import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { databaseNow } from "@/lib/db/database-now";
import { withTransaction } from "@/lib/db/transaction";
import { PackLinkId } from "@/lib/packs/link-schema";

/** Ends a link: from now on it answers nobody, also whoever would carry on a download. Ending it again changes nothing. */
export async function revokePackLink(ctx: Context, input: PackLinkId): Promise<void> {
  authorize(ctx, "packs:write");
  const { linkId } = PackLinkId.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const { tx } = tctx;
    const link = await tx.packLink.findUnique({
      where: { id: linkId },
      select: { name: true, pack: { select: { id: true, name: true } } },
    });
    if (!link) throw new NotFoundError("packLink");
    const { count } = await tx.packLink.updateMany({
      where: { id: linkId, revokedAt: null },
      data: { revokedAt: await databaseNow(tx), revokedBy: ctx.actor.name },
    });
    if (count === 0) return;
    await appendEntry(tctx, {
      action: "pack.link_revoked",
      target: { kind: "pack", id: link.pack.id, label: link.pack.name },
      details: { link: link.name },
    });
  });
}
