import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { withTransaction } from "@/lib/db/transaction";

/** Notes on a pack that the picture of a code was found lost or damaged while it went out; once for each code. */
export async function noteDamage(
  ctx: Context,
  { packId, path }: { packId: string; path: string },
): Promise<void> {
  authorize(ctx, "packs:read");
  const { db, store } = ctx.runtime;
  const file = await db.packFile.findFirst({ where: { packId, path } });
  if (!file || file.codePosition === null) return;
  const problem = (await store.stat(file.objectKey)) ? "damaged" : "missing";
  const position = file.codePosition;
  await withTransaction(ctx, async ({ tx }) => {
    const { count } = await tx.packCode.updateMany({
      where: { packId, position, problem: null },
      data: { problem },
    });
    await tx.pack.update({ where: { id: packId }, data: { problemCount: { increment: count } } });
  });
}
