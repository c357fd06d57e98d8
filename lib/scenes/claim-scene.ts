import { ConflictError } from "@/lib/core/errors";
import type { Prisma } from "@/lib/db/generated/client";
import type { TransactionContext } from "@/lib/db/transaction";

export interface SceneClaim {
  miniProgramId: string;
  value: string;
  page: string;
  payload: Prisma.InputJsonObject | null;
}

/**
 * Makes the scene, or takes up one that already stands for the same page (another look
 * of the same meaning). A scene never stands for two pages: ConflictError `sceneTaken`.
 */
export async function claimScene(ctx: TransactionContext, claim: SceneClaim): Promise<void> {
  const { payload, ...fields } = claim;
  await ctx.tx.scene.createMany({
    data: { ...fields, payload: payload ?? undefined, createdAt: ctx.now() },
    skipDuplicates: true,
  });
  const scene = await ctx.tx.scene.findUniqueOrThrow({
    where: { miniProgramId_value: { miniProgramId: claim.miniProgramId, value: claim.value } },
  });
  if (scene.page !== claim.page) {
    throw new ConflictError("sceneTaken", { page: scene.page || "/" }, "carries.scene");
  }
}
