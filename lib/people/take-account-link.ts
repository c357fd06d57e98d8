import { DomainError } from "@/lib/core/errors";
import type { AccountLinkKind } from "@/lib/db/generated/client";
import type { TransactionContext } from "@/lib/db/transaction";

/** Uses up an open link; whoever comes second waits here and finds it used. Throws DomainError accountLinkGone. */
export async function takeAccountLink(
  { tx, now }: TransactionContext,
  kind: AccountLinkKind,
  tokenHash: string,
): Promise<{ id: string; userId: string | null }> {
  const at = now();
  const [link] = await tx.accountLink.updateManyAndReturn({
    where: { kind, tokenHash, usedAt: null, revokedAt: null, expiresAt: { gt: at } },
    data: { usedAt: at },
    select: { id: true, userId: true },
  });
  if (!link) throw new DomainError("not_found", "accountLinkGone");
  return link;
}
