import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { attendCode } from "@/lib/codes/attend-code";
import { getCode } from "@/lib/codes/get-code";
import { mintNow } from "@/lib/codes/mint-now";
import { requestQuota } from "@/lib/codes/request-quota";
import { requirePath } from "@/lib/codes/require-path";
import { RetryCodeInput } from "@/lib/codes/schema";
import type { MintCodeResult } from "@/lib/codes/schema";
import type { Context } from "@/lib/core/context";
import { ConflictError, NotFoundError } from "@/lib/core/errors";
import { translateConstraint } from "@/lib/db/constraint-errors";
import { withTransaction } from "@/lib/db/transaction";
import { holdScene } from "@/lib/scenes/hold-scene";

/**
 * Asks WeChat again with the very same parameters. An unknown A or C code still holds
 * its reservation and needs no second one; a refused one reserves anew.
 * Throws `conflict` when the code is not refused or unknown, was minted elsewhere since, or
 * its scene has come to stand for another page; `invalid_input` when its path no longer suits
 * the mini program.
 */
export async function retryCode(ctx: Context, input: RetryCodeInput): Promise<MintCodeResult> {
  authorize(ctx, "codes:mint");
  const { codeId } = RetryCodeInput.parse(input);
  const miniProgramId = await translateConstraint(
    { codes_identity_living: "codeMintedElsewhere" },
    () => queueAgain(ctx, codeId),
  );
  await mintNow(ctx, codeId, miniProgramId);
  return { reused: false, code: await getCode(ctx, { codeId }) };
}

/** Gives the code's mini program. */
async function queueAgain(ctx: Context, codeId: string): Promise<string> {
  return withTransaction(ctx, async (tctx) => {
    const code = await tctx.tx.code.findUnique({
      where: { id: codeId },
      include: { miniProgram: { select: { archivedAt: true, appKind: true } } },
    });
    if (!code) throw new NotFoundError("code");
    if (code.miniProgram.archivedAt) throw new ConflictError("miniProgramArchived");
    requirePath(code.miniProgram.appKind, code.target);
    const { count } = await tctx.tx.code.updateMany({
      where: { id: codeId, status: { in: ["refused", "unknown"] }, updatedAt: code.updatedAt },
      data: { status: "queued", heldSince: null, isCancelled: false },
    });
    if (count === 0) throw new ConflictError("codeNotRetryable");
    if (code.scene !== null) {
      const { miniProgramId, scene, target } = code;
      await holdScene(tctx, { miniProgramId, value: scene, page: target });
    }
    if (code.status === "refused") await requestQuota(tctx, code);
    await attendCode(tctx, codeId);
    await appendEntry(tctx, {
      action: "code.repeated",
      target: { kind: "code", id: codeId, label: code.label },
      details: { attempt: code.attemptCount + 1 },
    });
    return code.miniProgramId;
  });
}
