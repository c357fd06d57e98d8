import { ConflictError } from "@/lib/core/errors";
import type { TransactionContext } from "@/lib/db/transaction";
import { unreadId } from "@/lib/db/unread-id";

/** Locks a scene until the commit, so that two forms cannot give it two pages at once. */
export async function lockScene(
  ctx: TransactionContext,
  { miniProgramId, value }: { miniProgramId: string; value: string },
): Promise<{ id: string; page: string }> {
  const [scene] = await ctx.tx.$queryRaw<{ id: string; page: string }[]>`
    SELECT id, page FROM scenes
    WHERE mini_program_id = ${unreadId(miniProgramId)} AND value = ${value} FOR UPDATE`;
  if (!scene) throw new Error(`Scene ${value} is missing.`);
  return scene;
}

/** The refusal to let a scene stand for a second page. */
export function sceneTaken(page: string): ConflictError {
  return new ConflictError("sceneTaken", { page: page || "/" }, "carries.scene");
}
