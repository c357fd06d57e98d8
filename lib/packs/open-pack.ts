import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { log } from "@/lib/log";
import { noteDamage } from "@/lib/packs/note-damage";
import { packFiles } from "@/lib/packs/pack-files";
import { requireReady } from "@/lib/packs/require-ready";
import { packAnswer } from "@/lib/packs/serve-pack";
import type { PackAnswer } from "@/lib/packs/serve-pack";
import { OpenPackInput, TAKE_MS } from "@/lib/packs/take-schema";

/**
 * The file of a pack, or the range of it that is asked for, for whoever took it in the last 24 hours. Throws
 * NotFoundError for a take that is another's or too old, and ConflictError when the file is gone.
 */
export async function openPack(
  ctx: Context,
  input: OpenPackInput,
): Promise<PackAnswer & { fileName: string }> {
  authorize(ctx, "packs:read");
  const parsed = OpenPackInput.safeParse(input);
  if (!parsed.success) throw new NotFoundError("pack");
  const { packId, takeId, ...asked } = parsed.data;
  const { db, store } = ctx.runtime;
  const take = await db.packTake.findFirst({
    where: {
      id: takeId,
      packId,
      linkId: null,
      userId: ctx.actor.id,
      takenAt: { gt: new Date(ctx.now().getTime() - TAKE_MS) },
    },
    include: { pack: true },
  });
  if (!take || ctx.actor.id === null) throw new NotFoundError("pack");
  const pack = requireReady(take.pack);
  const answer = packAnswer(store, pack, packFiles(db), {
    ...asked,
    onDamage: (path) => void tellDamage(ctx, packId, path),
    async onSent() {
      await db.packTake.updateMany({
        where: { id: takeId, completedAt: null },
        data: { completedAt: ctx.now() },
      });
    },
  });
  return { ...answer, fileName: pack.fileName };
}

/** The connection breaks whether or not it can be written down. */
async function tellDamage(ctx: Context, packId: string, path: string): Promise<void> {
  log.error({ packId, path, requestId: ctx.requestId }, "a file of a pack is lost or damaged");
  try {
    await noteDamage(ctx, { packId, path });
  } catch (error) {
    log.error({ err: error, packId }, "the damage of a pack could not be noted");
  }
}
