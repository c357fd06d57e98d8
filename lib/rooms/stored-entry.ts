import type { ChainedFields } from "@/lib/audit/chain-hash";

/** An entry of a slice as it is stored, with nothing kept back yet. */
export interface StoredEntry extends Omit<Required<ChainedFields>, "at"> {
  at: Date;
  salt: string | null;
  prevHash: string;
  contentHash: string | null;
}

/** Its columns, as plain SQL for desk and gate. */
export const STORED_ENTRY = `
  seq::text AS seq, at, actor_kind AS "actorKind", actor_id::text AS "actorId", actor_name AS "actorName", action,
  target_kind AS "targetKind", target_id AS "targetId", target_label AS "targetLabel", changes, details, address,
  request_id AS "requestId", mini_program_id::text AS "miniProgramId", campaign_id::text AS "campaignId", salt,
  prev_hash AS "prevHash", content_hash AS "contentHash"`;

/** What of it the chain covers. */
export function chainedFields(entry: StoredEntry): Required<ChainedFields> {
  const { salt: _salt, prevHash: _prevHash, contentHash: _contentHash, at, ...fields } = entry;
  return { ...fields, at: at.toISOString() };
}
