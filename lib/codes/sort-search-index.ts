import type { Context } from "@/lib/core/context";
import { ForbiddenError } from "@/lib/core/errors";

const CHUNK_ROWS = 1_000;

/**
 * Sorts the codes of planned batches into the search index, a chunk at a time; until then every search looks
 * at each of them. What somebody holds just now stays for the next time.
 */
export async function sortSearchIndex(ctx: Context): Promise<void> {
  if (ctx.actor.kind !== "job") throw new ForbiddenError("codes:mint");
  let sortedCount = 0;
  for (;;) {
    const count = await sortChunk(ctx);
    if (count === 0) break;
    sortedCount += count;
  }
  if (sortedCount === 0) return;
  // A search reads from end to end what the index itself has put off.
  await ctx.runtime.db.$queryRaw`SELECT sort_code_terms()::int`;
}

async function sortChunk(ctx: Context): Promise<number> {
  return ctx.runtime.db.$executeRaw`
    UPDATE codes SET is_unsorted = false WHERE id = ANY(ARRAY(
      SELECT id FROM codes WHERE is_unsorted ORDER BY created_at, id
      LIMIT ${CHUNK_ROWS}::int FOR NO KEY UPDATE SKIP LOCKED))`;
}
