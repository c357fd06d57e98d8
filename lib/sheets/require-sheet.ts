import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import type { Sheet } from "@/lib/db/generated/client";
import { reader } from "@/lib/db/transaction";

/** A sheet of the asker's own; throws NotFoundError for those of others as well. */
export async function requireSheet(ctx: Context, sheetId: string): Promise<Sheet> {
  const sheet = await reader(ctx).sheet.findFirst({
    where: { id: sheetId, ownerId: ctx.actor.id },
  });
  if (!sheet) throw new NotFoundError("sheet");
  return sheet;
}
