import { appendEntries } from "@/lib/audit/append-entries";
import type { TransactionContext } from "@/lib/db/transaction";

/**
 * Ends every open link that somebody who may no longer make any has made, and those for their own password. The
 * invites among them are logged, so call it where the entry of the act stands.
 */
export async function revokeLinksOf(tctx: TransactionContext, userId: string): Promise<void> {
  const links = await tctx.tx.accountLink.updateManyAndReturn({
    where: { OR: [{ createdById: userId }, { userId }], usedAt: null, revokedAt: null },
    data: { revokedAt: tctx.now() },
    select: { id: true, kind: true, name: true, email: true },
  });
  const invites = links.filter(({ kind }) => kind === "invite");
  await appendEntries(
    tctx.tx,
    invites.map(({ id, name, email }) => ({
      ctx: tctx,
      entry: {
        action: "user.invite_revoked",
        target: { kind: "account_link", id, label: name ?? "" },
        details: { email: email ?? "" },
      },
    })),
  );
}
