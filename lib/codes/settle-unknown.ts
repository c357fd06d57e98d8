import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { isLimited } from "@/lib/codes/code-parameters";
import { SettleUnknownInput } from "@/lib/codes/settle-schema";
import type { Context } from "@/lib/core/context";
import { ConflictError, NotFoundError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { settleReservation } from "@/lib/quota/settle-reservation";

/**
 * Ends the doubt about an A or C code by a person's word. Counted: the reservation is spent, and the
 * very same parameters cost nothing more. Not counted: it goes back. Either way there is no
 * picture, so the code is refused and can be asked for again.
 */
export async function settleUnknown(ctx: Context, input: SettleUnknownInput): Promise<void> {
  authorize(ctx, "codes:mint");
  const { codeId, wasCounted, reason } = SettleUnknownInput.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const code = await tctx.tx.code.findUnique({ where: { id: codeId } });
    if (!code) throw new NotFoundError("code");
    if (!isLimited(code.kind)) throw new ConflictError("codeNotInDoubt");
    const { count } = await tctx.tx.code.updateMany({
      where: { id: codeId, status: "unknown" },
      data: {
        status: "refused",
        isInDoubt: false,
        quotaCost: wasCounted ? 0 : code.quotaCost,
        failureErrcode: null,
        failureWhy: wasCounted ? "not_sent:settled_counted" : "not_sent:settled_uncounted",
        failureMessage: reason,
      },
    });
    if (count === 0) throw new ConflictError("codeNotInDoubt");
    const { miniProgramId, quotaCost, batchId } = code;
    const move = { miniProgramId, codeId, batchId, reason };
    const outcome = wasCounted ? "spend" : "release";
    if (quotaCost > 0) await settleReservation(tctx, move, outcome, quotaCost);
    await appendEntry(tctx, {
      action: "code.settled_by_hand",
      target: { kind: "code", id: codeId, label: code.label },
      details: { wasCounted, reason },
    });
  });
}
