import type { Context } from "@/lib/core/context";
import { ForbiddenError } from "@/lib/core/errors";

/** Sorts into the search index what a large batch left waiting; until then a search reads it from end to end. */
export async function sortSearchIndex(ctx: Context): Promise<void> {
  if (ctx.actor.kind !== "job") throw new ForbiddenError("codes:mint");
  await ctx.runtime.db.$queryRaw`SELECT gin_clean_pending_list('codes_terms'::regclass)::int`;
}
