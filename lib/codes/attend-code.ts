import type { TransactionContext } from "@/lib/db/transaction";

/** Long enough to begin; who needs longer has died. By the database's clock, like all that processes compare. */
export const ATTENDED_SECONDS = 10;

/** Says that the caller is about to send a queued code. Does it not, a worker will (`sendUnattended`). */
export async function attendCode(ctx: TransactionContext, codeId: string): Promise<void> {
  await ctx.tx.$executeRaw`
    UPDATE codes SET claimed_until = clock_timestamp() + make_interval(secs => ${ATTENDED_SECONDS})
    WHERE id = ${codeId}::uuid`;
}
