import { randomBytes } from "node:crypto";
import { AUDIT_ACTIONS } from "@/lib/audit/actions";
import type { AuditAction, AuditChanges, AuditDetails, AuditTargetKind } from "@/lib/audit/actions";
import { chainHash } from "@/lib/audit/chain-hash";
import type { ChainedFields } from "@/lib/audit/chain-hash";
import { contentHash } from "@/lib/audit/content-hash";
import { fieldDigests } from "@/lib/audit/field-digests";
import { findScopes } from "@/lib/audit/find-scopes";
import type { Scope } from "@/lib/audit/find-scopes";
import type { Context } from "@/lib/core/context";
import type { Transaction } from "@/lib/db/client";

export interface NewAuditEntry<Action extends AuditAction> {
  action: Action;
  target: { kind: AuditTargetKind; id: string | null; label: string };
  changes?: AuditChanges;
  details: AuditDetails<Action>;
  /** What the object belongs to, when it cannot be looked up: it is several objects, or gone. */
  scope?: Partial<Scope>;
}

/** An entry and who acted. */
export interface ActorsEntry {
  ctx: Context;
  entry: NewAuditEntry<AuditAction>;
}

const SALT_BYTES = 32;

/**
 * Appends entries of several acts in their order, at the price of one: the end of the chain is locked once.
 * Gives their numbers.
 */
export async function appendEntries(
  tx: Transaction,
  entries: readonly ActorsEntry[],
): Promise<bigint[]> {
  if (entries.length === 0) return [];
  const written = await withScopes(tx, entries);
  // By the database's clock, which is the same for all processes; and it never goes back.
  const [head] = await tx.$queryRaw<{ seq: bigint; hash: string; at: Date }[]>`
    SELECT seq, hash, greatest(clock_timestamp(), (SELECT at FROM audit_entries WHERE seq = audit_head.seq))
      ::timestamptz(3) AS at
    FROM audit_head WHERE id = 1 FOR UPDATE`;
  if (!head) throw new Error("The audit chain has no head row; run the migrations.");
  let { seq, hash } = head;
  const at = head.at.toISOString();
  const rows = written.map((fields) => {
    const prevHash = hash;
    seq += 1n;
    const salt = randomBytes(SALT_BYTES).toString("hex");
    const chained = { ...fields, seq: seq.toString(), at };
    const content = contentHash(fieldDigests(salt, chained));
    hash = chainHash(prevHash, content);
    return { ...chained, salt, contentHash: content, prevHash, hash };
  });
  await insertRows(tx, rows);
  return rows.map((row) => BigInt(row.seq));
}

type EntryRow = Required<ChainedFields> & {
  salt: string;
  contentHash: string;
  prevHash: string;
  hash: string;
};

/** With the chain's new end in one statement: others wait for it. */
async function insertRows(tx: Transaction, rows: readonly EntryRow[]): Promise<void> {
  const last = rows.at(-1);
  await tx.$executeRaw`
    WITH head AS (UPDATE audit_head SET seq = ${last?.seq}::bigint, hash = ${last?.hash} WHERE id = 1)
    INSERT INTO audit_entries (seq, at, actor_kind, actor_id, actor_name, action, target_kind, target_id, target_label,
      changes, details, address, request_id, mini_program_id, campaign_id, prev_hash, hash, salt, content_hash)
    SELECT seq, at, "actorKind", "actorId", "actorName", action, "targetKind", "targetId", "targetLabel",
      changes, details, address, "requestId", "miniProgramId", "campaignId", "prevHash", hash, salt, "contentHash"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS entry(
      seq bigint, at timestamptz, "actorKind" text, "actorId" uuid, "actorName" text, action text, "targetKind" text,
      "targetId" text, "targetLabel" text, changes jsonb, details jsonb, address text, "requestId" text,
      "miniProgramId" uuid, "campaignId" uuid, "prevHash" text, hash text, salt text, "contentHash" text)`;
}

/** Before the end of the chain is locked, which others wait for. */
async function withScopes(tx: Transaction, entries: readonly ActorsEntry[]) {
  const unknown = entries.filter(({ entry }) => entry.scope === undefined);
  const found = await findScopes(
    tx,
    unknown.map(({ entry }) => entry.target),
  );
  const scopeOf = new Map(unknown.map(({ entry }, place) => [entry, found[place]]));
  return entries.map(({ ctx, entry }) => ({
    ...fieldsOf(ctx, entry),
    miniProgramId: null,
    campaignId: null,
    ...(entry.scope ?? scopeOf.get(entry)),
  }));
}

function fieldsOf(ctx: Context, entry: NewAuditEntry<AuditAction>) {
  return asStored({
    actorKind: ctx.actor.kind,
    actorId: ctx.actor.id,
    actorName: ctx.actor.name,
    action: entry.action,
    targetKind: entry.target.kind,
    targetId: entry.target.id,
    targetLabel: entry.target.label,
    changes: entry.changes ?? {},
    details: AUDIT_ACTIONS[entry.action].parse(entry.details),
    address: ctx.address,
    requestId: ctx.requestId,
  });
}

/** What the database will give back, so that writer and verifier hash the same; it takes whole characters only. */
function asStored<Fields extends object>(fields: Fields): Fields {
  return JSON.parse(JSON.stringify(fields), (_key, value: unknown) =>
    typeof value === "string" ? value.toWellFormed() : value,
  ) as Fields;
}
