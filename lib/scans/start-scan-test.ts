import { randomBytes } from "node:crypto";
import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { databaseNow } from "@/lib/db/database-now";
import { withTransaction } from "@/lib/db/transaction";
import { getScanTest } from "@/lib/scans/get-scan-test";
import { TEST_OPEN_MS, TestedScene } from "@/lib/scans/schema";
import type { ScanTestDetail } from "@/lib/scans/schema";

/**
 * From now on, for ten minutes, the first scan of the scene is this person's. A test of the same scene that is
 * still open ends: only one at a time can know whose scan it was.
 */
export async function startScanTest(ctx: Context, input: TestedScene): Promise<ScanTestDetail> {
  authorize(ctx, "scenes:write");
  const { sceneId } = TestedScene.parse(input);
  return withTransaction(ctx, async (tctx) => {
    const { tx } = tctx;
    const scenes = await tx.$queryRaw<unknown[]>`
      SELECT FROM scenes WHERE id = ${sceneId}::uuid FOR NO KEY UPDATE`;
    if (scenes.length === 0) throw new NotFoundError("scene");
    const startedAt = await databaseNow(tx);
    await tx.scanTest.updateMany({
      where: { sceneId, seenAt: null, expiresAt: { gt: startedAt } },
      data: { expiresAt: startedAt },
    });
    const { id } = await tx.scanTest.create({
      data: {
        sceneId,
        token: randomBytes(16).toString("base64url"),
        startedById: ctx.actor.id,
        startedBy: ctx.actor.name,
        startedAt,
        expiresAt: new Date(startedAt.getTime() + TEST_OPEN_MS),
      },
    });
    return getScanTest(tctx, { testId: id });
  });
}
