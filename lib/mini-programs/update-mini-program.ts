import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { fieldChanges } from "@/lib/audit/field-changes";
import type { Context } from "@/lib/core/context";
import { InvalidInputError, NotFoundError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { apiHosts } from "@/lib/mini-programs/api-hosts";
import { UpdateMiniProgramInput } from "@/lib/mini-programs/schema";

/** Changes name, defaults and how WeChat is called; codes already minted stay as they are. */
export async function updateMiniProgram(
  ctx: Context,
  input: UpdateMiniProgramInput,
): Promise<void> {
  authorize(ctx, "miniPrograms:write");
  const { id, ...fields } = UpdateMiniProgramInput.parse(input);
  if (fields.apiHost !== "" && !apiHosts(ctx.runtime.env).includes(fields.apiHost)) {
    throw new InvalidInputError("apiHostUnknown", "apiHost");
  }
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
