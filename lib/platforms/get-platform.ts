import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { reader } from "@/lib/db/transaction";
import { PLATFORM_COLUMNS, toPlatformRow } from "@/lib/platforms/platform-row";
import { PlatformId } from "@/lib/platforms/schema";
import type { PlatformRow } from "@/lib/platforms/schema";

/** One platform without its secrets; throws NotFoundError. */
export async function getPlatform(ctx: Context, input: PlatformId): Promise<PlatformRow> {
  authorize(ctx, "miniPrograms:read");
  const { id } = PlatformId.parse(input);
  const row = await reader(ctx).platform.findUnique({ where: { id }, select: PLATFORM_COLUMNS });
  if (!row) throw new NotFoundError("platform");
  return toPlatformRow(ctx, row);
}
