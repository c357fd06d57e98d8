import { AUDIT_ACTIONS } from "@/lib/audit/actions";
import type { AuditAction, AuditChanges, AuditDetails, AuditTargetKind } from "@/lib/audit/actions";
import { chainHash } from "@/lib/audit/chain-hash";
import type { Context } from "@/lib/core/context";
import type { Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";

export interface NewAuditEntry<Action extends AuditAction> {
  action: Action;
  target: { kind: AuditTargetKind; id: string | null; label: string };
  changes?: AuditChanges;
  details: AuditDetails<Action>;
}

/** An entry and who acted. */
export interface ActorsEntry {
  ctx: Context;
  entry: NewAuditEntry<AuditAction>;
}

/**
 * Appends entries of several acts in their order, at the price of one: the end of the chain is locked once.
 * Gives their numbers.
 */
export async function appendEntries(
  tx: Transaction,
  entries: readonly ActorsEntry[],
): Promise<bigint[]> {
  if (entries.length === 0) return [];
  // By the database's clock, which is the same for all processes; and it never goes back.
  const [head] = await tx.$queryRaw<{ seq: bigint; hash: string; at: Date }[]>`
    SELECT seq, hash, greatest(clock_timestamp(), (SELECT at FROM audit_entries WHERE seq = audit_head.seq))
      ::timestamptz(3) AS at
    FROM audit_head WHERE id = 1 FOR UPDATE`;
  if (!head) throw new Error("The audit chain has no head row; run the migrations.");
  let { seq, hash } = head;
  const rows: Prisma.AuditEntryCreateManyInput[] = [];
  for (const { ctx, entry } of entries) {
    const prevHash = hash;
    const { at } = head;
    const fields = fieldsOf(ctx, entry);
    seq += 1n;
    hash = chainHash(prevHash, { ...fields, seq: seq.toString(), at: at.toISOString() });
    rows.push({ ...fields, seq, at, prevHash, hash });
  }
  await tx.auditEntry.createMany({ data: rows });
  await tx.$executeRaw`UPDATE audit_head SET seq = ${seq}, hash = ${hash} WHERE id = 1`;
  return rows.map((row) => BigInt(row.seq));
}

function fieldsOf(ctx: Context, entry: NewAuditEntry<AuditAction>) {
  return {
    actorKind: ctx.actor.kind,
    actorId: ctx.actor.id,
    actorName: ctx.actor.name,
    action: entry.action,
    targetKind: entry.target.kind,
    targetId: entry.target.id,
    targetLabel: entry.target.label,
    changes: asJson(entry.changes ?? {}),
    details: asJson(AUDIT_ACTIONS[entry.action].parse(entry.details)),
    address: ctx.address,
    requestId: ctx.requestId,
  };
}

/** What the database will give back, so that writer and verifier hash the same value. */
function asJson(value: unknown) {
  return JSON.parse(JSON.stringify(value)) as object;
}
