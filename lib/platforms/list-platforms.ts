import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";
import { PLATFORM_COLUMNS, toPlatformRow } from "@/lib/platforms/platform-row";
import type { PlatformRow } from "@/lib/platforms/schema";

const MOST = 100;

/** Third-party platforms by name, the sandbox's last; at most 100. */
export async function listPlatforms(ctx: Context): Promise<PlatformRow[]> {
  authorize(ctx, "miniPrograms:read");
  const rows = await reader(ctx).platform.findMany({
    orderBy: [{ isSandbox: "asc" }, { name: "asc" }, { id: "asc" }],
    take: MOST,
    select: PLATFORM_COLUMNS,
  });
  return rows.map((row) => toPlatformRow(ctx, row));
}
