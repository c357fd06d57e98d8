import { authorize } from "@/lib/access/authorize";
import { rowComposer } from "@/lib/batches/compose-rows";
import { MendCellInput } from "@/lib/batches/draft-schema";
import type { BatchCheck } from "@/lib/batches/draft-schema";
import { insertDraftRows } from "@/lib/batches/insert-draft-rows";
import { matchDraft } from "@/lib/batches/match-draft";
import { readQuota } from "@/lib/batches/read-quota";
import { requireDraft } from "@/lib/batches/require-draft";
import { tellCheck } from "@/lib/batches/tell-check";
import type { Context } from "@/lib/core/context";
import { withLongTransaction } from "@/lib/db/transaction";
import { putCell } from "@/lib/sheets/put-cell";

/**
 * Puts one cell right, in the sheet and in what was checked of it; the other rows are held against the
 * mended one again. Throws NotFoundError and `conflict` (draftStale).
 */
export async function mendCell(ctx: Context, input: MendCellInput): Promise<BatchCheck> {
  authorize(ctx, "codes:mint");
  const { draftId, ...mended } = MendCellInput.parse(input);
  return withLongTransaction(ctx, async (tctx) => {
    const { sheet, form } = await requireDraft(tctx, draftId);
    const { cells, revision } = await putCell(tctx, sheet, mended);
    await tctx.tx.batchDraft.updateMany({
      where: { id: draftId, sheetRevision: revision - 1 },
      data: { sheetRevision: revision },
    });
    const open = await requireDraft(tctx, draftId);
    const quota = await readQuota(tctx, form);
    const compose = rowComposer(form, { ...quota, columns: sheet.columns });
    await insertDraftRows(tctx, draftId, [{ row: mended.row, composed: compose(cells) }]);
    await matchDraft(tctx, draftId, form, quota);
    return tellCheck(tctx, open);
  });
}
