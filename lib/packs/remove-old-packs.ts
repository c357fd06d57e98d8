import type { Context } from "@/lib/core/context";
import { ForbiddenError } from "@/lib/core/errors";
import { packFolder } from "@/lib/storage/object-keys";

/**
 * Takes the files of packs away whose time is over, and what failed and cancelled ones left behind. That they were
 * made, of which codes, with which hash and who took them stays.
 */
export async function removeOldPacks(ctx: Context): Promise<void> {
  if (ctx.actor.kind !== "job") throw new ForbiddenError("packs:write");
  const { db, store } = ctx.runtime;
  await db.pack.updateMany({
    where: { status: "ready", removeAt: { lte: ctx.now() } },
    data: { status: "removed" },
  });
  // A run that was cancelled may write until its lease ends.
  const leftovers = await db.pack.findMany({
    where: {
      status: { in: ["failed", "cancelled", "removed"] },
      claimedUntil: { lt: ctx.now() },
    },
    select: { id: true },
  });
  for (const { id } of leftovers) {
    await store.removeAll(packFolder(id));
    await db.packFile.deleteMany({ where: { packId: id } });
    await db.pack.update({ where: { id }, data: { claimedUntil: null } });
  }
}
