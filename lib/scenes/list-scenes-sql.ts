import type { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";
import { IN_FORCE_JOIN, IS_RETIRED, NEXT_CHANGE } from "@/lib/scenes/in-force-sql";
import { readSerial } from "@/lib/scenes/read-serial";
import type { SceneFilters } from "@/lib/scenes/schema";

export type ParsedSceneFilters = z.output<typeof SceneFilters>;

/** Where a page begins: after this scene, newest first. */
export interface ScenePosition {
  createdAt: string;
  id: string;
}

const inForce = Prisma.raw(IN_FORCE_JOIN);
const isRetired = Prisma.raw(IS_RETIRED);
const nextChange = Prisma.raw(NEXT_CHANGE);

/** The same as a next change that is not null, asked of all scenes at once. */
const changesAhead = Prisma.sql`(s.retired_at IS NOT NULL OR s.id IN (
  SELECT v.scene_id FROM scene_versions v WHERE v.cancelled_at IS NULL AND v.effective_from > now()))`;

/**
 * A page of the list; what costs something is only joined once it is cut to `limit` rows. `named`: the scenes
 * the search names outright (`namedScenesSql`).
 */
export function listScenesSql(
  filters: ParsedSceneFilters,
  named: readonly string[],
  after: ScenePosition | null,
  limit: number,
): Prisma.Sql {
  return Prisma.sql`
    SELECT s.id, s.value, s.created_at AS "createdAt",
      CASE WHEN ${isRetired} THEN 'retired' WHEN next.at IS NULL THEN 'live' ELSE 'ahead' END AS state,
      in_force.version, in_force.page, in_force.payload, next.at AS "nextChangeAt",
      carrying.count AS "codeCount", newest.label, newest.name AS "campaignName",
      scanned.last_at AS "lastScanAt", scanned.recent AS "recentScanCount",
      tested.seen_at AS "testedAt", tested.started_by_name AS "testedBy"
    FROM (${pageSql(filters, named, after, limit)}) AS page
    JOIN scenes s ON s.id = page.id
    ${inForce}
    CROSS JOIN LATERAL (SELECT ${nextChange} AS at) AS next
    LEFT JOIN LATERAL (
      SELECT count(*)::int AS count FROM codes c
      WHERE c.mini_program_id = s.mini_program_id AND c.scene = s.value AND c.status <> 'refused'
    ) AS carrying ON true
    LEFT JOIN LATERAL (
      SELECT c.label, g.name FROM codes c LEFT JOIN campaigns g ON g.id = c.campaign_id
      WHERE c.mini_program_id = s.mini_program_id AND c.scene = s.value
      ORDER BY c.status = 'refused', c.created_at DESC, c.id DESC LIMIT 1
    ) AS newest ON true
    LEFT JOIN LATERAL (
      SELECT max(d.last_at) AS last_at, coalesce(sum(d.scans) FILTER (
        WHERE d.day > (now() AT TIME ZONE 'Asia/Shanghai')::date - 7), 0)::int AS recent
      FROM scan_days d WHERE d.scene_id = s.id
    ) AS scanned ON true
    LEFT JOIN LATERAL (
      SELECT t.seen_at, t.started_by_name FROM scan_tests t
      WHERE t.scene_id = s.id AND t.seen_at IS NOT NULL ORDER BY t.seen_at DESC LIMIT 1
    ) AS tested ON true
    ORDER BY page.created_at DESC, page.id DESC`;
}

/**
 * `id` and `created_at` of at most `limit` scenes after a position. Without filters a page costs what it
 * shows; a search or a rare state reads the mini program's scenes from the newest on until the page is full,
 * which for what occurs nowhere is all of them: about two seconds per million for text in payloads.
 */
function pageSql(
  filters: ParsedSceneFilters,
  named: readonly string[],
  after: ScenePosition | null,
  limit: number,
): Prisma.Sql {
  return Prisma.sql`
    SELECT s.id, s.created_at FROM scenes s
    WHERE ${Prisma.join(conditions(filters, named, after), " AND ")}
    ORDER BY s.created_at DESC, s.id DESC LIMIT ${limit}::int`;
}

function conditions(
  { miniProgramId, state, campaignId, tested, search }: ParsedSceneFilters,
  named: readonly string[],
  after: ScenePosition | null,
): Prisma.Sql[] {
  const wanted = [Prisma.sql`s.mini_program_id = ${miniProgramId}::uuid`];
  if (after) {
    wanted.push(
      Prisma.sql`(s.created_at, s.id) < (${after.createdAt}::timestamptz, ${after.id}::uuid)`,
    );
  }
  if (state === "retired") wanted.push(Prisma.sql`${isRetired}`);
  if (state === "live") wanted.push(Prisma.sql`NOT ${isRetired}`);
  if (state === "ahead") wanted.push(Prisma.sql`NOT ${isRetired}`, changesAhead);
  if (campaignId) wanted.push(inCampaign(campaignId));
  if (tested) {
    const seen = Prisma.sql`EXISTS (
      SELECT FROM scan_tests t WHERE t.scene_id = s.id AND t.seen_at IS NOT NULL)`;
    wanted.push(tested === "yes" ? seen : Prisma.sql`NOT ${seen}`);
  }
  if (search) wanted.push(meets(search, named));
  return wanted;
}

function inCampaign(campaignId: string): Prisma.Sql {
  const code = Prisma.sql`SELECT FROM codes c
    WHERE c.mini_program_id = s.mini_program_id AND c.scene = s.value`;
  return campaignId === "none"
    ? Prisma.sql`NOT EXISTS (${code} AND c.campaign_id IS NOT NULL)`
    : Prisma.sql`EXISTS (${code} AND c.campaign_id = ${campaignId}::uuid)`;
}

/**
 * How its value begins, or any text in the payload in force. Where the search names a scene, text is not asked
 * for: it would be looked for in every payload there is.
 */
function meets(search: string, named: readonly string[]): Prisma.Sql {
  const literal = search.replace(/[\\%_]/g, String.raw`\$&`);
  const begins = Prisma.sql`s.value LIKE ${`${literal}%`}`;
  if (named.length > 0) return Prisma.sql`(${begins} OR s.value = ANY (${named}::text[]))`;
  const text = `%${literal}%`;
  // The first two are read without looking at versions, so the last is asked of few.
  return Prisma.sql`(${begins} OR (
    (s.payload::text ILIKE ${text}
      OR s.id IN (SELECT v.scene_id FROM scene_versions v WHERE v.payload::text ILIKE ${text}))
    AND (SELECT in_force.payload FROM (SELECT) AS always ${inForce})::text ILIKE ${text}))`;
}

/** The scenes a search names outright: by value, or by the serial of a code, however typed. */
export function namedScenesSql(miniProgramId: string, search: string): Prisma.Sql {
  return Prisma.sql`
    SELECT value FROM scenes WHERE mini_program_id = ${miniProgramId}::uuid AND value = ${search}
    UNION SELECT scene FROM codes
    WHERE serial = ${readSerial(search)} AND mini_program_id = ${miniProgramId}::uuid AND scene IS NOT NULL`;
}
