import type { AuditAction } from "@/lib/audit/actions";
import { appendEntries } from "@/lib/audit/append-entries";
import type { NewAuditEntry } from "@/lib/audit/append-entries";
import type { TransactionContext } from "@/lib/db/transaction";

/**
 * Appends to the chain in the caller's transaction, so that act and entry stand or
 * fall together. Call it last: it locks the end of the chain until the commit.
 */
export async function appendEntry<Action extends AuditAction>(
  ctx: TransactionContext,
  entry: NewAuditEntry<Action>,
): Promise<void> {
  await appendEntries(ctx.tx, [{ ctx, entry }]);
}
