import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { MiniProgramId } from "@/lib/mini-programs/schema";

/** Takes a mini program out of use: nothing more is minted for it, its codes stay. */
export async function archiveMiniProgram(ctx: Context, input: MiniProgramId): Promise<void> {
  authorize(ctx, "miniPrograms:write");
  const { id } = MiniProgramId.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const before = await tctx.tx.miniProgram.findUnique({ where: { id } });
    if (!before) throw new NotFoundError("miniProgram");
    if (before.archivedAt) return;
    await tctx.tx.miniProgram.update({ where: { id }, data: { archivedAt: ctx.now() } });
    await appendEntry(tctx, {
      action: "mini_program.archived",
      target: { kind: "mini_program", id, label: before.name },
      details: {},
    });
  });
}
