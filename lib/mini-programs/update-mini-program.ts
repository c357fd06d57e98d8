import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { fieldChanges } from "@/lib/audit/field-changes";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { UpdateMiniProgramInput } from "@/lib/mini-programs/schema";

/** Changes the name and the defaults of new codes; codes already minted stay as they are. */
export async function updateMiniProgram(
  ctx: Context,
  input: UpdateMiniProgramInput,
): Promise<void> {
  authorize(ctx, "miniPrograms:write");
  const { id, ...fields } = UpdateMiniProgramInput.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const before = await tctx.tx.miniProgram.findUnique({ where: { id } });
    if (!before) throw new NotFoundError("miniProgram");
    const changes = fieldChanges(before, fields);
    if (Object.keys(changes).length === 0) return;
    await tctx.tx.miniProgram.update({ where: { id }, data: fields });
    await appendEntry(tctx, {
      action: "mini_program.updated",
      target: { kind: "mini_program", id, label: fields.name },
      changes,
      details: {},
    });
  });
}
