import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { MiniProgramId } from "@/lib/mini-programs/schema";
import { generateSigningKey, sealSigningKey } from "@/lib/mini-programs/signing-key";

/**
 * Makes the key the gate signs this mini program's answers with; an earlier one ends at once. It is
 * given this one time and never shown again.
 */
export async function rotateSigningKey(
  ctx: Context,
  input: MiniProgramId,
): Promise<{ signingKey: string }> {
  authorize(ctx, "miniPrograms:write");
  const { id } = MiniProgramId.parse(input);
  const key = generateSigningKey();
  await withTransaction(ctx, async (tctx) => {
    const before = await tctx.tx.miniProgram.findUnique({ where: { id } });
    if (!before) throw new NotFoundError("miniProgram");
    const signingKeyCiphertext = sealSigningKey(ctx.runtime.env.MINTDESK_SECRET, id, key);
    await tctx.tx.miniProgram.update({
      where: { id },
      data: { signingKeyCiphertext, signingKeyAt: ctx.now() },
    });
    await appendEntry(tctx, {
      action: "mini_program.signing_key_rotated",
      target: { kind: "mini_program", id, label: before.name },
      details: {},
    });
  });
  return { signingKey: key.reveal() };
}
