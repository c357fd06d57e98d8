import type { ParsedRepoint } from "@/lib/codes/repoint-schema";
import { Prisma } from "@/lib/db/generated/client";
import { inForceJoin } from "@/lib/scenes/in-force-sql";
import { PAYLOAD_MAX_BYTES } from "@/lib/scenes/schema";

/**
 * Of the scenes whose ids `among` gives, those a filter finds, each with what it means at `moment` (page, payload),
 * what it would mean (after_page, after_payload) and a verdict: `changes`, or why not.
 */
export function foundScenesSql(
  { filter, change }: ParsedRepoint,
  moment: Date,
  among: Prisma.Sql,
): Prisma.Sql {
  const isKept = change.payload.as === "keep";
  const misfit = isKept
    ? Prisma.empty
    : Prisma.sql`
      WHEN octet_length(after.payload::text) > ${PAYLOAD_MAX_BYTES}
        AND payload_bytes(after.payload) > ${PAYLOAD_MAX_BYTES} THEN 'long'
      WHEN NOT payload_fits(after.payload, coalesce(campaigns.payload_fields, '[]')) THEN 'unfit'`;
  return Prisma.sql`
    SELECT s.id, s.value, newest.label, newest.serial, in_force.page, in_force.payload,
      after.page AS after_page, after.payload AS after_payload,
      CASE
        WHEN s.retired_at <= asked.at THEN 'retired'
        WHEN after.page = in_force.page AND after.payload IS NOT DISTINCT FROM in_force.payload THEN 'same'
        ${misfit}
        ELSE 'changes'
      END AS verdict
    FROM (${among}) AS candidate
    JOIN scenes s ON s.id = candidate.id
    CROSS JOIN (SELECT ${moment}::timestamptz AS at) AS asked
    ${Prisma.raw(inForceJoin("asked.at"))}
    CROSS JOIN LATERAL (SELECT ${afterPageSql(change.page)} AS page, ${afterPayloadSql(change.payload)} AS payload
      ) AS after
    CROSS JOIN LATERAL (
      SELECT c.label, c.serial, c.campaign_id FROM codes c
      WHERE c.mini_program_id = s.mini_program_id AND c.scene = s.value
      ORDER BY c.status = 'refused', c.created_at DESC, c.id DESC LIMIT 1
    ) AS newest
    LEFT JOIN campaigns ON campaigns.id = newest.campaign_id
    WHERE ${inForceIs(filter)}`;
}

/**
 * Ids of the scenes that a code carries which was not refused and is in the campaign, the batch and so on. The
 * planner knows nothing of codes that were made a moment ago: a subquery with LIMIT is one look into an index for
 * each of them, whatever it believes; and into the right one, because it cannot read the mini program in it.
 */
export function carriedScenesSql({
  miniProgramId,
  campaignId,
  tag,
  batchId,
}: ParsedRepoint["filter"]): Prisma.Sql {
  const code = [
    Prisma.sql`mini_program_id = ${miniProgramId}::uuid`,
    Prisma.sql`kind = 'WXACODE_UNLIMITED' AND status <> 'refused'`,
  ];
  if (campaignId === "none") code.push(Prisma.sql`campaign_id IS NULL`);
  else if (campaignId) code.push(Prisma.sql`campaign_id = ${campaignId}::uuid`);
  if (tag) code.push(Prisma.sql`${tag}::text = ANY(tags)`);
  if (batchId) code.push(Prisma.sql`batch_id = ${batchId}::uuid`);
  return Prisma.sql`
    SELECT found.id FROM (
      SELECT DISTINCT mini_program_id, scene FROM codes WHERE ${Prisma.join(code, " AND ")}) AS carried
    CROSS JOIN LATERAL (SELECT id FROM scenes
      WHERE scenes.mini_program_id = carried.mini_program_id AND value = carried.scene LIMIT 1) AS found`;
}

function afterPageSql(page: string | undefined): Prisma.Sql {
  return page === undefined ? Prisma.sql`in_force.page` : Prisma.sql`${page}::text`;
}

function afterPayloadSql(payload: ParsedRepoint["change"]["payload"]): Prisma.Sql {
  if (payload.as === "keep") return Prisma.sql`in_force.payload`;
  if (payload.as === "replace") return Prisma.sql`${JSON.stringify(payload.payload)}::jsonb`;
  return Prisma.sql`(coalesce(in_force.payload, '{}') - ${payload.remove}::text[])
    || ${JSON.stringify(payload.set)}::jsonb`;
}

function inForceIs({ page, payloadKey, payloadValue }: ParsedRepoint["filter"]): Prisma.Sql {
  const wanted = [Prisma.sql`true`];
  if (page !== undefined) wanted.push(Prisma.sql`in_force.page = ${page}`);
  if (payloadKey !== undefined) {
    wanted.push(Prisma.sql`in_force.payload ->> ${payloadKey}::text = ${payloadValue ?? ""}::text`);
  }
  return Prisma.join(wanted, " AND ");
}
