import type { AuditAction } from "@/lib/audit/actions";
import { appendEntries } from "@/lib/audit/append-entries";
import type { NewAuditEntry } from "@/lib/audit/append-entries";
import type { TransactionContext } from "@/lib/db/transaction";

/**
 * Appends to the chain in the caller's transaction, so that act and entry stand or
 * fall together. Call it last: it locks the end of the chain until the commit.
 * Gives its number.
 */
export async function appendEntry<Action extends AuditAction>(
  ctx: TransactionContext,
  entry: NewAuditEntry<Action>,
): Promise<bigint> {
  const [seq] = await appendEntries(ctx.tx, [{ ctx, entry }]);
  if (seq === undefined) throw new Error("The entry was not written.");
  return seq;
}
