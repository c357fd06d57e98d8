import { authorize } from "@/lib/access/authorize";
import { rowComposer } from "@/lib/batches/compose-rows";
import { DraftOf } from "@/lib/batches/draft-schema";
import { insertDraftRows } from "@/lib/batches/insert-draft-rows";
import { matchDraft } from "@/lib/batches/match-draft";
import { readQuota } from "@/lib/batches/read-quota";
import { requireDraft } from "@/lib/batches/require-draft";
import type { Context } from "@/lib/core/context";
import { ConflictError } from "@/lib/core/errors";
import { withLongTransaction } from "@/lib/db/transaction";
import { readRows } from "@/lib/sheets/read-rows";

/**
 * Checks a draft again against what is there now: the campaign's fields, living codes, scenes, the quota. Throws
 * NotFoundError, and `conflict` when a batch was made of it (batchStarted) or its sheet was mended past it.
 */
export async function recheckDraft(ctx: Context, input: DraftOf): Promise<void> {
  authorize(ctx, "codes:mint");
  const { draftId } = DraftOf.parse(input);
  await withLongTransaction(ctx, async (tctx) => {
    await tctx.tx.$queryRaw`SELECT id FROM batch_drafts WHERE id = ${draftId}::uuid FOR UPDATE`;
    const { sheet, form } = await requireDraft(tctx, draftId);
    const started = await tctx.tx.batch.findUnique({
      where: { id: draftId },
      select: { id: true },
    });
    if (started) throw new ConflictError("batchStarted");
    const quota = await readQuota(tctx, form);
    const compose = rowComposer(form, { ...quota, columns: sheet.columns });
    for await (const chunk of readRows(tctx, sheet.id)) {
      const rows = chunk.map(({ row, cells }) => ({ row, composed: compose(cells) }));
      await insertDraftRows(tctx, draftId, rows);
    }
    await matchDraft(tctx, draftId, form, quota);
  });
}
