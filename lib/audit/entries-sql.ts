import { entryConditionSql, isIndexed, wantedActions } from "@/lib/audit/entry-filter-sql";
import type { ParsedAuditFilters } from "@/lib/audit/entry-filter-sql";
import type { SeqRange } from "@/lib/audit/find-seq-range";
import { Prisma } from "@/lib/db/generated/client";

/** An entry as the screens show it (AuditEntryRow). */
export const ENTRY_COLUMNS = Prisma.sql`
  seq, at, actor_kind AS "actorKind", actor_id AS "actorId", actor_name AS "actorName", action,
  target_kind AS "targetKind", target_id AS "targetId", target_label AS "targetLabel", changes, details, address,
  request_id AS "requestId", mini_program_id AS "miniProgramId", campaign_id AS "campaignId", hash, prev_hash AS "prevHash"`;

/** At most `limit` entries of a range that meet the filters, newest first. */
export function entriesSql(
  filters: ParsedAuditFilters,
  { low, high }: SeqRange,
  limit: number,
): Prisma.Sql {
  const actions = wantedActions(filters) ?? [];
  const within = Prisma.sql`seq BETWEEN ${low}::bigint AND ${high}::bigint`;
  if (actions.length < 2 || !isIndexed(filters)) {
    return Prisma.sql`
      SELECT ${ENTRY_COLUMNS} FROM audit_entries WHERE ${entryConditionSql(filters)} AND ${within}
      ORDER BY seq DESC LIMIT ${limit}::int`;
  }
  // The newest of each action, told one by one: an index has each in order, none has all of them, and the planner
  // knows how rare an action is only when it is told which.
  const others = entryConditionSql({ ...filters, kind: undefined });
  const newest = actions.map(
    (action) => Prisma.sql`
      (SELECT ${ENTRY_COLUMNS} FROM audit_entries WHERE action = ${action}::text AND ${others} AND ${within}
       ORDER BY seq DESC LIMIT ${limit}::int)`,
  );
  return Prisma.sql`${Prisma.join(newest, " UNION ALL ")} ORDER BY seq DESC LIMIT ${limit}::int`;
}
