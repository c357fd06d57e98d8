import type { TransactionContext } from "@/lib/db/transaction";

/** Keeps the rows of a draft that were left out, so that the result files tell of every one. */
export async function insertSkips(
  ctx: TransactionContext,
  batchId: string,
  draftId: string,
): Promise<void> {
  await ctx.tx.$executeRaw`
    INSERT INTO batch_skips (batch_id, row, label, why, problems, code_id, of_row)
    SELECT ${batchId}::uuid, row, label, CASE verdict WHEN 'repeat' THEN 'repeat' ELSE 'bad' END,
      problems, of_code_id, of_row
    FROM batch_draft_rows WHERE draft_id = ${draftId}::uuid AND verdict <> 'new'`;
}
