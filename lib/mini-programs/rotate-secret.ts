import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { sealAppSecret } from "@/lib/mini-programs/app-secret";
import { RotateSecretInput } from "@/lib/mini-programs/schema";

/** Replaces the AppSecret and drops the token that came of the old one. */
export async function rotateSecret(ctx: Context, input: RotateSecretInput): Promise<void> {
  authorize(ctx, "miniPrograms:write");
  const { id, appSecret } = RotateSecretInput.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const before = await tctx.tx.miniProgram.findUnique({ where: { id } });
    if (!before) throw new NotFoundError("miniProgram");
    await tctx.tx.miniProgram.update({
      where: { id },
      data: {
        secretCiphertext: sealAppSecret(ctx.runtime, id, appSecret),
        checkedAt: null,
        checkErrcode: null,
        checkMessage: null,
      },
    });
    await tctx.tx.accessToken.update({
      where: { miniProgramId: id },
      data: { ciphertext: null, expiresAt: null },
    });
    await appendEntry(tctx, {
      action: "mini_program.secret_rotated",
      target: { kind: "mini_program", id, label: before.name },
      details: {},
    });
  });
}
