import type { Context } from "@/lib/core/context";
import { ForbiddenError } from "@/lib/core/errors";
import { SHEET_KEPT_DAYS } from "@/lib/sheets/schema";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Removes sheets, and the drafts made of them, that nobody touched for a week. */
export async function removeOldSheets(ctx: Context): Promise<void> {
  if (ctx.actor.kind !== "job") throw new ForbiddenError("codes:mint");
  const before = new Date(ctx.now().getTime() - SHEET_KEPT_DAYS * DAY_MS);
  await ctx.runtime.db.sheet.deleteMany({ where: { createdAt: { lt: before } } });
}
