import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { reader } from "@/lib/db/transaction";
import { MINI_PROGRAM_COLUMNS, toMiniProgramRow } from "@/lib/mini-programs/mini-program-row";
import { MiniProgramId } from "@/lib/mini-programs/schema";
import type { MiniProgramRow } from "@/lib/mini-programs/schema";

/** One mini program without its secret; throws NotFoundError. */
export async function getMiniProgram(ctx: Context, input: MiniProgramId): Promise<MiniProgramRow> {
  authorize(ctx, "miniPrograms:read");
  const { id } = MiniProgramId.parse(input);
  const row = await reader(ctx).miniProgram.findUnique({
    where: { id },
    select: MINI_PROGRAM_COLUMNS,
  });
  if (!row) throw new NotFoundError("miniProgram");
  return toMiniProgramRow(row);
}
