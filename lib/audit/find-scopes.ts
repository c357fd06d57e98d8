import type { AuditTargetKind } from "@/lib/audit/actions";
import type { Transaction } from "@/lib/db/client";

/** What an object belongs to. */
export interface Scope {
  miniProgramId: string | null;
  campaignId: string | null;
}

export interface ScopeTarget {
  kind: AuditTargetKind;
  id: string | null;
}

interface FoundScope extends Scope {
  kind: AuditTargetKind;
  id: string;
}

const NOWHERE: Scope = { miniProgramId: null, campaignId: null };
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * What these objects belong to now, in their order, by one statement; nothing for objects that are gone or belong to
 * nothing. A scene belongs to the campaign of its newest code, a pack to what it was ordered of.
 */
export async function findScopes(
  tx: Transaction,
  targets: readonly ScopeTarget[],
): Promise<Scope[]> {
  const idsOf = (kind: AuditTargetKind) => [
    ...new Set(targets.flatMap((target) => (target.kind === kind ? uuidOf(target) : []))),
  ];
  const [codes, scenes, batches, campaigns, packs, miniPrograms] = [
    idsOf("code"),
    idsOf("scene"),
    idsOf("batch"),
    idsOf("campaign"),
    idsOf("pack"),
    idsOf("mini_program"),
  ];
  const isNeeded = [codes, scenes, batches, campaigns, packs, miniPrograms].some(
    (ids) => ids.length > 0,
  );
  if (!isNeeded) return targets.map(() => NOWHERE);
  const found = await tx.$queryRaw<FoundScope[]>`
    SELECT 'code' AS kind, id, mini_program_id AS "miniProgramId", campaign_id AS "campaignId"
    FROM codes WHERE id = ANY(${codes}::uuid[])
    UNION ALL
    SELECT 'scene', id, mini_program_id, (SELECT campaign_id FROM codes
      WHERE codes.mini_program_id = scenes.mini_program_id AND codes.scene = scenes.value
      ORDER BY status = 'refused', created_at DESC, id DESC LIMIT 1)
    FROM scenes WHERE id = ANY(${scenes}::uuid[])
    UNION ALL
    SELECT 'batch', id, mini_program_id, campaign_id FROM batches WHERE id = ANY(${batches}::uuid[])
    UNION ALL
    SELECT 'campaign', id, NULL, id FROM campaigns WHERE id = ANY(${campaigns}::uuid[])
    UNION ALL
    SELECT 'pack', packs.id, entry.mini_program_id, entry.campaign_id
    FROM packs JOIN audit_entries AS entry ON entry.seq = packs.audit_seq
    WHERE packs.id = ANY(${packs}::uuid[])
    UNION ALL
    SELECT 'mini_program', id, id, NULL FROM mini_programs WHERE id = ANY(${miniPrograms}::uuid[])`;
  const scopes = new Map(found.map((scope) => [`${scope.kind} ${scope.id}`, scope]));
  return targets.map(({ kind, id }) => {
    const scope = scopes.get(`${kind} ${id?.toLowerCase()}`) ?? NOWHERE;
    return { miniProgramId: scope.miniProgramId, campaignId: scope.campaignId };
  });
}

function uuidOf({ id }: ScopeTarget): string[] {
  return id !== null && UUID.test(id) ? [id.toLowerCase()] : [];
}
