import { getDraft } from "@/lib/batches/get-draft";
import type { Context } from "@/lib/core/context";
import { ConflictError, NotFoundError } from "@/lib/core/errors";

/**
 * Does something to a batch, or reads of it what a draft does not have. Throws `conflict` (batchIsDraft) where there
 * is only a draft of the caller's.
 */
export async function refuseDraft<Result>(
  ctx: Context,
  id: string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotFoundError && (await isDraft(ctx, id))) {
      throw new ConflictError("batchIsDraft");
    }
    throw error;
  }
}

async function isDraft(ctx: Context, draftId: string): Promise<boolean> {
  try {
    await getDraft(ctx, { draftId });
    return true;
  } catch {
    return false;
  }
}
