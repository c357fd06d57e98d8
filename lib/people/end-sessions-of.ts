import type { TransactionContext } from "@/lib/db/transaction";

/** Ends every session of a person but the one to keep, in the caller's transaction; how many there were. */
export async function endSessionsOf(
  { tx, now }: TransactionContext,
  userId: string,
  keptId?: string,
): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: {
      userId,
      endedAt: null,
      expiresAt: { gt: now() },
      ...(keptId && { id: { not: keptId } }),
    },
    data: { endedAt: now() },
  });
  return count;
}
