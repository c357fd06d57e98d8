import { z } from "zod";
import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { reader } from "@/lib/db/transaction";
import { getScene } from "@/lib/scenes/get-scene";
import { Scene } from "@/lib/scenes/schema";
import type { SceneDetail } from "@/lib/scenes/schema";

export const SceneOf = z.object({ miniProgramId: z.uuid(), value: Scene });
export type SceneOf = z.input<typeof SceneOf>;

/** The scene a code of a mini program carries; throws NotFoundError, also for what can be no scene. */
export async function getSceneByValue(ctx: Context, input: SceneOf): Promise<SceneDetail> {
  authorize(ctx, "scenes:read");
  const { success, data } = SceneOf.safeParse(input);
  const scene =
    success &&
    (await reader(ctx).scene.findUnique({
      where: { miniProgramId_value: data },
      select: { id: true },
    }));
  if (!scene) throw new NotFoundError("scene");
  return getScene(ctx, { sceneId: scene.id });
}
