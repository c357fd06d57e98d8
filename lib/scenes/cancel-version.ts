import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { ConflictError, NotFoundError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { holdSceneById } from "@/lib/scenes/hold-scene-by-id";
import { CancelVersionInput } from "@/lib/scenes/schema";

/**
 * Takes a planned change back before its moment. Throws ConflictError when it is in force already, or was
 * cancelled before.
 */
export async function cancelVersion(ctx: Context, input: CancelVersionInput): Promise<void> {
  authorize(ctx, "scenes:write");
  const { sceneId, version } = CancelVersionInput.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const scene = await holdSceneById(tctx, sceneId);
    const key = { sceneId_version: { sceneId, version } };
    const planned = await tctx.tx.sceneVersion.findUnique({ where: key });
    if (!planned) throw new NotFoundError("sceneVersion");
    if (planned.cancelledAt) {
      throw new ConflictError("versionCancelled", { by: planned.cancelledBy ?? "" });
    }
    if (planned.effectiveFrom <= scene.now) throw new ConflictError("versionInForce");
    await tctx.tx.sceneVersion.update({
      where: key,
      data: { cancelledAt: scene.now, cancelledBy: ctx.actor.name },
    });
    await appendEntry(tctx, {
      action: "scene.change_cancelled",
      target: { kind: "scene", id: sceneId, label: scene.value },
      details: { version, effectiveFrom: planned.effectiveFrom.toISOString() },
    });
  });
}
