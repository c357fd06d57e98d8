import { AUDIT_ACTIONS } from "@/lib/audit/actions";
import type { AuditAction, AuditChanges, AuditDetails, AuditTargetKind } from "@/lib/audit/actions";
import { chainHash } from "@/lib/audit/chain-hash";
import type { TransactionContext } from "@/lib/db/transaction";

export interface NewAuditEntry<Action extends AuditAction> {
  action: Action;
  target: { kind: AuditTargetKind; id: string | null; label: string };
  changes?: AuditChanges;
  details: AuditDetails<Action>;
}

/**
 * Appends to the chain in the caller's transaction, so that act and entry stand or
 * fall together. Call it last: it locks the end of the chain until the commit.
 */
export async function appendEntry<Action extends AuditAction>(
  ctx: TransactionContext,
  entry: NewAuditEntry<Action>,
): Promise<void> {
  const details = AUDIT_ACTIONS[entry.action].parse(entry.details);
  const [head] = await ctx.tx.$queryRaw<{ seq: bigint; hash: string }[]>`
    SELECT seq, hash FROM audit_head WHERE id = 1 FOR UPDATE`;
  if (!head) throw new Error("The audit chain has no head row; run the migrations.");
  const seq = head.seq + 1n;
  const at = ctx.now();
  const fields = {
    actorKind: ctx.actor.kind,
    actorId: ctx.actor.id,
    actorName: ctx.actor.name,
    action: entry.action,
    targetKind: entry.target.kind,
    targetId: entry.target.id,
    targetLabel: entry.target.label,
    changes: asJson(entry.changes ?? {}),
    details: asJson(details),
    address: ctx.address,
    requestId: ctx.requestId,
  };
  const hash = chainHash(head.hash, { ...fields, seq: seq.toString(), at: at.toISOString() });
  await ctx.tx.auditEntry.create({ data: { ...fields, seq, at, prevHash: head.hash, hash } });
  await ctx.tx.auditHead.update({ where: { id: 1 }, data: { seq, hash } });
}

/** What the database will give back, so that writer and verifier hash the same value. */
function asJson(value: unknown) {
  return JSON.parse(JSON.stringify(value)) as object;
}
