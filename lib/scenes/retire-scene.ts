import type { z } from "zod";
import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { fieldChanges } from "@/lib/audit/field-changes";
import { apiUrl } from "@/lib/core/api-url";
import type { Context } from "@/lib/core/context";
import { ConflictError } from "@/lib/core/errors";
import { Prisma } from "@/lib/db/generated/client";
import { withTransaction } from "@/lib/db/transaction";
import { holdSceneById } from "@/lib/scenes/hold-scene-by-id";
import type { HeldScene } from "@/lib/scenes/hold-scene-by-id";
import { momentOf } from "@/lib/scenes/moment-of";
import { RetireSceneInput } from "@/lib/scenes/schema";
import { announce } from "@/lib/webhooks/announce";

/**
 * Takes a scene out of use, now or at a moment to come: from then on a scan leads to the fallback, if there is
 * one. On a scene that is retired already it replaces why, note and fallback. Throws ConflictError when
 * somebody else retired or restored it since.
 */
export async function retireScene(ctx: Context, input: RetireSceneInput): Promise<void> {
  authorize(ctx, "scenes:write");
  const { sceneId, knownAt, why, note, fallback, at } = RetireSceneInput.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const scene = await holdSceneById(tctx, sceneId);
    requireKnown(scene, knownAt);
    const after = {
      retiredAt: momentFor(scene, at),
      retiredWhy: why,
      retiredNote: note,
      fallbackPage: fallback?.page ?? null,
      fallbackPayload: fallback?.payload ?? null,
    };
    const changes = fieldChanges(inLog(scene), inLog(after));
    if (Object.keys(changes).length === 0) return;
    await tctx.tx.scene.update({
      where: { id: sceneId },
      data: {
        ...after,
        fallbackPayload: after.fallbackPayload ?? Prisma.DbNull,
        retiredBy: ctx.actor.name,
      },
    });
    const { miniProgramId, value } = scene;
    const effectiveFrom = after.retiredAt.toISOString();
    const url = apiUrl(
      ctx.runtime.env.publicUrl,
      `/mini-programs/${miniProgramId}/scenes/${encodeURIComponent(value)}`,
    );
    await announce(tctx, [
      { type: "scene.retired", data: { sceneId, miniProgramId, value, why, effectiveFrom, url } },
    ]);
    await appendEntry(tctx, {
      action: "scene.retired",
      target: { kind: "scene", id: sceneId, label: scene.value },
      changes,
      details: { why, reason: note },
    });
  });
}

function requireKnown({ retiredAt, retiredBy }: HeldScene, knownAt: string | null): void {
  const known = knownAt === null ? null : new Date(knownAt).getTime();
  if ((retiredAt?.getTime() ?? null) === known) return;
  throw retiredAt
    ? new ConflictError("sceneRetired", { by: retiredBy ?? "" })
    : new ConflictError("sceneRestored");
}

/** One that is over already stays when it was. */
function momentFor(
  { retiredAt, now }: HeldScene,
  at: z.output<typeof RetireSceneInput>["at"],
): Date {
  if (at === null && retiredAt && retiredAt <= now) return retiredAt;
  return momentOf(at, now);
}

function inLog(scene: {
  retiredAt: Date | null;
  retiredWhy: string | null;
  retiredNote: string;
  fallbackPage: string | null;
  fallbackPayload: unknown;
}) {
  return {
    retiredAt: scene.retiredAt?.toISOString() ?? null,
    retiredWhy: scene.retiredWhy,
    note: scene.retiredNote,
    fallbackPage: scene.fallbackPage,
    fallbackPayload: scene.fallbackPayload,
  };
}
