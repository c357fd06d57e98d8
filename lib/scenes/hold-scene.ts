import type { TransactionContext } from "@/lib/db/transaction";
import { lockScene, sceneTaken } from "@/lib/scenes/lock-scene";

/**
 * For a refused code that is asked for again: its scene must still stand for its page.
 * Throws ConflictError `sceneTaken` when it has come to mean another one since.
 */
export async function holdScene(
  ctx: TransactionContext,
  claim: { miniProgramId: string; value: string; page: string },
): Promise<void> {
  const standing = await lockScene(ctx, claim);
  if (standing.page !== claim.page) throw sceneTaken(standing.page);
}
