import { Prisma } from "@/lib/db/generated/client";
import type { TransactionContext } from "@/lib/db/transaction";
import { forgetChanges } from "@/lib/scenes/forget-changes";
import { lockScene, sceneTaken } from "@/lib/scenes/lock-scene";

export interface SceneClaim {
  miniProgramId: string;
  value: string;
  page: string;
  payload: Prisma.InputJsonObject | null;
}

/**
 * Makes the scene, or takes up one that already stands for the same page (another look
 * of the same meaning), or one that only refused codes ever used: no picture carries it,
 * so it may still mean something else, and its later versions and its retirement go. A
 * scene in use never stands for two pages: ConflictError `sceneTaken`.
 */
export async function claimScene(ctx: TransactionContext, claim: SceneClaim): Promise<void> {
  const { miniProgramId, value, page } = claim;
  const payload = claim.payload ?? Prisma.DbNull;
  await ctx.tx.scene.createMany({
    data: { miniProgramId, value, page, payload, createdAt: ctx.now() },
    skipDuplicates: true,
  });
  const standing = await lockScene(ctx, { miniProgramId, value });
  if (standing.page === page) return;
  const inUse = await ctx.tx.code.count({
    where: { miniProgramId, scene: value, status: { not: "refused" } },
  });
  if (inUse > 0) throw sceneTaken(standing.page);
  await ctx.tx.scene.update({ where: { id: standing.id }, data: { page, payload } });
  await forgetChanges(ctx, [standing.id]);
}
