import type { TransactionContext } from "@/lib/db/transaction";
import { postgresTokenStoreOf } from "@/lib/wechat-state/postgres-token-store";

/** Forgets the token of a mini program or a platform; the next call fetches one. */
export async function dropToken(ctx: TransactionContext, holderId: string): Promise<void> {
  await ctx.tx.accessToken.updateMany({
    where: { holderId },
    data: { ciphertext: null, expiresAt: null },
  });
  postgresTokenStoreOf(ctx.runtime, holderId).forget();
}
