import type { TransactionContext } from "@/lib/db/transaction";

/** Ends the open links for a new password of somebody, in the caller's transaction. */
export async function revokeResetLinks(
  { tx, now }: TransactionContext,
  whose: { userId: string },
): Promise<void> {
  await tx.accountLink.updateMany({
    where: { kind: "reset", ...whose, usedAt: null, revokedAt: null },
    data: { revokedAt: now() },
  });
}
