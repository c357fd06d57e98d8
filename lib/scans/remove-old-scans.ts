import type { Context } from "@/lib/core/context";
import { ForbiddenError } from "@/lib/core/errors";

const CHUNK_ROWS = 10_000;

interface Position {
  at: Date;
  id: bigint;
}

/**
 * Removes single scans that are older than their mini program keeps them; the figures stay. It walks once through
 * all that are older than the shortest time, a chunk at a time, so that nothing is locked for long.
 */
export async function removeOldScans(ctx: Context): Promise<void> {
  if (ctx.actor.kind !== "job") throw new ForbiddenError("miniPrograms:write");
  let position: Position | null = { at: new Date(0), id: -1n };
  while (position) position = await removeChunk(ctx, position);
}

/** Where the next chunk begins; null after the last one. */
async function removeChunk(ctx: Context, { at, id }: Position): Promise<Position | null> {
  const [last] = await ctx.runtime.db.$queryRaw<{ at: Date | null; id: bigint | null }[]>`
    WITH chunk AS MATERIALIZED (
      SELECT id, at, scene_id FROM scans
      WHERE (at, id) > (${at}::timestamptz, ${id}::bigint)
        AND at < now() - make_interval(days => (SELECT min(scan_retention_days) FROM mini_programs))
      ORDER BY at, id LIMIT ${CHUNK_ROWS}::int
    ), removed AS (
      DELETE FROM scans USING chunk
        JOIN scenes ON scenes.id = chunk.scene_id
        JOIN mini_programs ON mini_programs.id = scenes.mini_program_id
      WHERE scans.id = chunk.id AND chunk.at < now() - make_interval(days => scan_retention_days)
    )
    SELECT at, id FROM chunk ORDER BY at DESC, id DESC LIMIT 1`;
  return last?.at && last.id !== null ? { at: last.at, id: last.id } : null;
}
