import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { MiniProgramId } from "@/lib/mini-programs/schema";

/** From now on the gate answers for this mini program without a signature. */
export async function removeSigningKey(ctx: Context, input: MiniProgramId): Promise<void> {
  authorize(ctx, "miniPrograms:write");
  const { id } = MiniProgramId.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const before = await tctx.tx.miniProgram.findUnique({ where: { id } });
    if (!before) throw new NotFoundError("miniProgram");
    if (before.signingKeyCiphertext === null) return;
    await tctx.tx.miniProgram.update({
      where: { id },
      data: { signingKeyCiphertext: null, signingKeyAt: null },
    });
    await appendEntry(tctx, {
      action: "mini_program.signing_key_removed",
      target: { kind: "mini_program", id, label: before.name },
      details: {},
    });
  });
}
