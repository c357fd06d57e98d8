import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { fieldChanges } from "@/lib/audit/field-changes";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import type { Prisma } from "@/lib/db/generated/client";
import { withTransaction } from "@/lib/db/transaction";
import type { TransactionContext } from "@/lib/db/transaction";
import { addVersion } from "@/lib/scenes/add-version";
import { holdSceneById } from "@/lib/scenes/hold-scene-by-id";
import type { HeldScene } from "@/lib/scenes/hold-scene-by-id";
import { requireLatest } from "@/lib/scenes/require-latest";
import { ReturnSceneInput } from "@/lib/scenes/schema";

/**
 * Brings an earlier version back, at once and as it was, as a version of its own. Throws ConflictError when
 * somebody else changed the scene since, or when it means that already.
 */
export async function returnScene(
  ctx: Context,
  input: ReturnSceneInput,
): Promise<{ version: number }> {
  authorize(ctx, "scenes:write");
  const { sceneId, latestVersion, version: returnsTo, why } = ReturnSceneInput.parse(input);
  return withTransaction(ctx, async (tctx) => {
    const scene = await holdSceneById(tctx, sceneId);
    requireLatest(scene, latestVersion);
    const { page, payload } = await findVersion(tctx, scene, returnsTo);
    const effectiveFrom = scene.now;
    const wanted = { page, payload, effectiveFrom, why, returnsTo };
    const { version, before } = await addVersion(tctx, scene, wanted);
    await appendEntry(tctx, {
      action: "scene.returned",
      target: { kind: "scene", id: sceneId, label: scene.value },
      changes: fieldChanges({ page: before.page, payload: before.payload }, { page, payload }),
      details: { version, returnsTo, reason: why },
    });
    return { version };
  });
}

async function findVersion(
  ctx: TransactionContext,
  scene: HeldScene,
  version: number,
): Promise<{ page: string; payload: Prisma.InputJsonObject | null }> {
  const found =
    version === 1
      ? scene
      : await ctx.tx.sceneVersion.findUnique({
          where: { sceneId_version: { sceneId: scene.id, version } },
        });
  if (!found) throw new NotFoundError("sceneVersion");
  return { page: found.page, payload: found.payload as Prisma.InputJsonObject | null };
}
