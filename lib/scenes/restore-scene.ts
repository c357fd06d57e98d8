import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { ConflictError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { forgetRetirement } from "@/lib/scenes/forget-changes";
import { holdSceneById } from "@/lib/scenes/hold-scene-by-id";
import { SceneId } from "@/lib/scenes/schema";

/** Puts a retired scene back into use, or takes a planned retirement back. Throws ConflictError when there is none. */
export async function restoreScene(ctx: Context, input: SceneId): Promise<void> {
  authorize(ctx, "scenes:write");
  const { sceneId } = SceneId.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const scene = await holdSceneById(tctx, sceneId);
    if (!scene.retiredAt) throw new ConflictError("sceneRestored");
    await forgetRetirement(tctx, [sceneId]);
    await appendEntry(tctx, {
      action: "scene.restored",
      target: { kind: "scene", id: sceneId, label: scene.value },
      changes: { retiredAt: { from: scene.retiredAt.toISOString(), to: null } },
      details: {},
    });
  });
}
