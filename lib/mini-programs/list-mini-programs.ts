import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";
import { MINI_PROGRAM_COLUMNS, toMiniProgramRow } from "@/lib/mini-programs/mini-program-row";
import type { MiniProgramRow } from "@/lib/mini-programs/schema";

const MOST = 500;

/** Mini programs by name, the sandbox last; at most 500. */
export async function listMiniPrograms(
  ctx: Context,
  { includeArchived = false }: { includeArchived?: boolean } = {},
): Promise<MiniProgramRow[]> {
  authorize(ctx, "miniPrograms:read");
  const rows = await reader(ctx).miniProgram.findMany({
    where: includeArchived ? {} : { archivedAt: null },
    orderBy: [{ isSandbox: "asc" }, { name: "asc" }, { id: "asc" }],
    take: MOST,
    select: MINI_PROGRAM_COLUMNS,
  });
  return rows.map(toMiniProgramRow);
}
