import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { reader } from "@/lib/db/transaction";
import { TestedScene } from "@/lib/scans/schema";

/** For verbs about one scene, after they have authorised; throws NotFoundError. */
export async function requireScene(
  ctx: Context,
  input: TestedScene,
): Promise<{ sceneId: string; miniProgramId: string }> {
  const { data } = TestedScene.safeParse(input);
  const scene =
    data &&
    (await reader(ctx).scene.findUnique({
      where: { id: data.sceneId },
      select: { id: true, miniProgramId: true },
    }));
  if (!scene) throw new NotFoundError("scene");
  return { sceneId: scene.id, miniProgramId: scene.miniProgramId };
}
