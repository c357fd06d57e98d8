import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { fieldChanges } from "@/lib/audit/field-changes";
import { findFields } from "@/lib/campaigns/find-fields";
import { requireFitting } from "@/lib/campaigns/require-fitting";
import type { Context } from "@/lib/core/context";
import { withTransaction } from "@/lib/db/transaction";
import { addVersion } from "@/lib/scenes/add-version";
import { findCampaignOfScene } from "@/lib/scenes/find-campaign-of-scene";
import { holdSceneById } from "@/lib/scenes/hold-scene-by-id";
import { momentOf } from "@/lib/scenes/moment-of";
import { requireLatest } from "@/lib/scenes/require-latest";
import { ChangeSceneInput } from "@/lib/scenes/schema";

/**
 * Gives a scene a new meaning, now or from a moment to come. Codes in print keep working: only what a scan of
 * them leads to changes. Throws ConflictError when somebody else changed it since, or when it means that
 * already; InvalidInputError when the payload is not what its campaign's payloads are made of.
 */
export async function changeScene(
  ctx: Context,
  input: ChangeSceneInput,
): Promise<{ version: number }> {
  authorize(ctx, "scenes:write");
  const { sceneId, latestVersion, page, payload, at, why } = ChangeSceneInput.parse(input);
  return withTransaction(ctx, async (tctx) => {
    const scene = await holdSceneById(tctx, sceneId);
    requireLatest(scene, latestVersion);
    const effectiveFrom = momentOf(at, scene.now);
    const campaign = await findCampaignOfScene(tctx.tx, scene);
    if (payload !== null) {
      requireFitting(await findFields(tctx.tx, campaign?.id ?? null), payload, "payload");
    }
    const { version, before } = await addVersion(tctx, scene, {
      page,
      payload,
      effectiveFrom,
      why,
      returnsTo: null,
    });
    await appendEntry(tctx, {
      action: "scene.changed",
      target: { kind: "scene", id: sceneId, label: scene.value },
      changes: fieldChanges({ page: before.page, payload: before.payload }, { page, payload }),
      details: {
        version,
        effectiveFrom: at === null ? null : effectiveFrom.toISOString(),
        reason: why,
      },
    });
    return { version };
  });
}
