import { v7 as uuidv7 } from "uuid";
import { authorize } from "@/lib/access/authorize";
import { rowComposer } from "@/lib/batches/compose-rows";
import type { BatchCheck } from "@/lib/batches/draft-schema";
import { insertDraftRows } from "@/lib/batches/insert-draft-rows";
import { matchDraft } from "@/lib/batches/match-draft";
import { readQuota } from "@/lib/batches/read-quota";
import { requireDraft } from "@/lib/batches/require-draft";
import { CheckRowsInput } from "@/lib/batches/schema";
import { tellCheck } from "@/lib/batches/tell-check";
import type { Context } from "@/lib/core/context";
import type { Prisma } from "@/lib/db/generated/client";
import { withLongTransaction } from "@/lib/db/transaction";
import { readRows } from "@/lib/sheets/read-rows";
import { requireSheet } from "@/lib/sheets/require-sheet";

/**
 * Checks every row of a sheet as the single form would be, a chunk at a time, and keeps what it found as a
 * draft: which rows are bad and why, which are there already, what the rest costs. Nothing is
 * minted, reserved or sent. Throws NotFoundError, `conflict` for an archived mini program and
 * `invalid_input` when a template or column names what the sheet does not have.
 */
export async function checkRows(ctx: Context, input: CheckRowsInput): Promise<BatchCheck> {
  authorize(ctx, "codes:mint");
  const form = CheckRowsInput.parse(input);
  return withLongTransaction(ctx, async (tctx) => {
    const sheet = await requireSheet(tctx, form.sheetId);
    const quota = await readQuota(tctx, form);
    const compose = rowComposer(form, { ...quota, columns: sheet.columns });
    const draftId = uuidv7();
    const ownerId = ctx.actor.id;
    await tctx.tx.batchDraft.deleteMany({ where: { sheetId: sheet.id } });
    await tctx.tx.batchDraft.create({
      data: {
        id: draftId,
        sheetId: sheet.id,
        sheetRevision: sheet.revision,
        ownerId,
        miniProgramId: form.miniProgramId,
        form: form as Prisma.InputJsonObject,
        matchedAt: ctx.now(),
      },
    });
    for await (const chunk of readRows(tctx, sheet.id)) {
      const rows = chunk.map(({ row, cells }) => ({ row, composed: compose(cells) }));
      await insertDraftRows(tctx, draftId, rows);
    }
    await matchDraft(tctx, draftId, form, quota);
    return tellCheck(tctx, await requireDraft(tctx, draftId));
  });
}
