import type { z } from "zod";
import { actionsOf } from "@/lib/audit/action-kinds";
import type { AuditFilters } from "@/lib/audit/schema";
import { Prisma } from "@/lib/db/generated/client";

/** Filters as `AuditFilters` parsed them. */
export type ParsedAuditFilters = z.output<typeof AuditFilters>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The words of a search; all must be found. */
export function searchedWords({ search }: ParsedAuditFilters): string[] {
  return (search ?? "").split(/\s+/).filter((word) => word !== "");
}

/** A search for an id means the object or the request that has it. */
export function searchedId({ search }: ParsedAuditFilters): string | null {
  return search !== undefined && UUID.test(search) ? search.toLowerCase() : null;
}

/** The actions asked for; null when any will do. */
export function wantedActions({ kind, action }: ParsedAuditFilters): string[] | null {
  if (action) return kind === undefined || actionsOf([kind]).includes(action) ? [action] : [];
  return kind ? actionsOf([kind]) : null;
}

/** The filters, dates apart, as a condition on a row of audit_entries; what costs least is asked first. */
export function entryConditionSql(filters: ParsedAuditFilters): Prisma.Sql {
  const { actorId, targetKind, targetId, miniProgramId, campaignId } = filters;
  const actions = wantedActions(filters);
  const wanted: Prisma.Sql[] = [];
  if (actions?.length === 1) wanted.push(Prisma.sql`action = ${actions[0]}::text`);
  else if (actions) wanted.push(Prisma.sql`action = ANY(${actions}::text[])`);
  if (actorId) wanted.push(Prisma.sql`actor_id = ${actorId}::uuid`);
  if (targetKind) wanted.push(Prisma.sql`target_kind = ${targetKind}::text`);
  if (targetId) wanted.push(Prisma.sql`target_id = ${targetId}::text`);
  if (miniProgramId) wanted.push(Prisma.sql`mini_program_id = ${miniProgramId}::uuid`);
  if (campaignId) wanted.push(Prisma.sql`campaign_id = ${campaignId}::uuid`);
  wanted.push(...searchSql(filters));
  return wanted.length === 0 ? Prisma.sql`true` : Prisma.join(wanted, " AND ");
}

function searchSql(filters: ParsedAuditFilters): Prisma.Sql[] {
  const id = searchedId(filters);
  if (id) return [Prisma.sql`(target_id = ${id}::text OR request_id = ${id}::text)`];
  const words = searchedWords(filters);
  if (words.length === 0) return [];
  const patterns = words.map((word) => `%${word.replaceAll(/[\\%_]/g, "\\$&")}%`);
  return [
    Prisma.sql`audit_text(actor_name, target_label, changes, details)
      LIKE ALL (SELECT lower(pattern) FROM unnest(${patterns}::text[]) AS pattern)`,
  ];
}

/** Whether one index has all entries that meet the filters, in their order. */
export function isIndexed(filters: ParsedAuditFilters): boolean {
  const { actorId, targetId, targetKind, miniProgramId, campaignId } = filters;
  if (searchedWords(filters).length > 0) return false;
  const asked = [wantedActions(filters), actorId, targetKind, miniProgramId, campaignId];
  const askedCount = asked.filter((value) => value !== null && value !== undefined).length;
  // The index of objects begins with their kind.
  return askedCount <= 1 && (targetKind === undefined) === (targetId === undefined);
}
