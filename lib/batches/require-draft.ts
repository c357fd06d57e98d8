import { CheckRowsInput } from "@/lib/batches/schema";
import type { ParsedRowsInput } from "@/lib/batches/schema";
import type { Context } from "@/lib/core/context";
import { ConflictError, NotFoundError } from "@/lib/core/errors";
import type { BatchDraft, Sheet } from "@/lib/db/generated/client";
import { reader } from "@/lib/db/transaction";

/** A checked sheet of the asker's own. */
export interface OpenDraft {
  draft: BatchDraft;
  sheet: Sheet;
  form: ParsedRowsInput;
}

/**
 * Throws NotFoundError for drafts of others as well, and `conflict` (draftStale) when a cell of the sheet
 * was mended past it.
 */
export async function requireDraft(ctx: Context, draftId: string): Promise<OpenDraft> {
  const found = await reader(ctx).batchDraft.findFirst({
    where: { id: draftId, ownerId: ctx.actor.id },
    include: { sheet: true },
  });
  if (!found) throw new NotFoundError("draft");
  const { sheet, ...draft } = found;
  if (!(await isCurrent(ctx, draftId))) throw new ConflictError("draftStale", {}, "rows");
  return { draft, sheet, form: CheckRowsInput.parse(draft.form) };
}

/** In one statement: between two of them a cell that is mended rightly would look like a mend past the draft. */
async function isCurrent(ctx: Context, draftId: string): Promise<boolean> {
  const [told] = await reader(ctx).$queryRaw<{ isCurrent: boolean }[]>`
    SELECT sheets.revision = batch_drafts.sheet_revision AS "isCurrent"
    FROM batch_drafts JOIN sheets ON sheets.id = sheet_id WHERE batch_drafts.id = ${draftId}::uuid`;
  return told?.isCurrent ?? false;
}
