import { authorize } from "@/lib/access/authorize";
import { ListPageImpactInput, PAGES_MAX_COUNT } from "@/lib/codes/page-impact-schema";
import type { PageImpact, PageImpactList } from "@/lib/codes/page-impact-schema";
import type { Context } from "@/lib/core/context";
import { Prisma } from "@/lib/db/generated/client";
import { reader } from "@/lib/db/transaction";
import { IN_FORCE_JOIN, IS_RETIRED } from "@/lib/scenes/in-force-sql";

const SCAN_DAYS = 30;
const CAMPAIGNS_SHOWN = 3;

/**
 * The pages that codes of the published version point at: in their pictures, by their paths, and by what their
 * scenes lead to now or will lead to. Reads all codes of the mini program.
 */
export async function listPageImpact(
  ctx: Context,
  input: ListPageImpactInput,
): Promise<PageImpactList> {
  authorize(ctx, "scenes:read");
  const { miniProgramId, search } = ListPageImpactInput.parse(input);
  const literal = `%${search.replace(/[\\%_]/g, String.raw`\$&`)}%`;
  const found = await reader(ctx).$queryRaw<PageImpact[]>(impactSql(miniProgramId, literal));
  return { pages: found.slice(0, PAGES_MAX_COUNT), hasMore: found.length > PAGES_MAX_COUNT };
}

/**
 * Each code once for every page it points at, and the way it does; then counted. Scenes and scans are looked up
 * one by one: of codes made a moment ago the planner knows nothing, and may join them with each other.
 */
function impactSql(miniProgramId: string, search: string): Prisma.Sql {
  return Prisma.sql`
    WITH living AS MATERIALIZED (
      SELECT c.kind, c.campaign_id, s.id AS scene_id,
        CASE c.kind WHEN 'WXACODE_UNLIMITED' THEN c.target
          ELSE ltrim(split_part(c.target, '?', 1), '/') END AS page,
        CASE WHEN ${Prisma.raw(IS_RETIRED)} THEN s.fallback_page ELSE in_force.page END AS leads_to
      FROM codes c
      LEFT JOIN LATERAL (SELECT * FROM scenes
        WHERE scenes.mini_program_id = c.mini_program_id AND scenes.value = c.scene LIMIT 1) AS s ON true
      ${Prisma.raw(IN_FORCE_JOIN)}
      WHERE c.mini_program_id = ${miniProgramId}::uuid AND c.status <> 'refused' AND c.env_version = 'release'
    ), pointing AS MATERIALIZED (
      SELECT page, CASE kind WHEN 'WXACODE_UNLIMITED' THEN 'picture' ELSE 'path' END AS way, scene_id, campaign_id
      FROM living
      UNION ALL SELECT leads_to, 'scene', scene_id, campaign_id FROM living
        WHERE scene_id IS NOT NULL AND leads_to IS NOT NULL
      UNION ALL SELECT v.page, 'planned', v.scene_id, living.campaign_id
        FROM living JOIN scene_versions v ON v.scene_id = living.scene_id
        WHERE v.cancelled_at IS NULL AND v.effective_from > now()
    ), counted AS (
      SELECT page, count(*) FILTER (WHERE way = 'picture')::int AS pictures,
        count(*) FILTER (WHERE way = 'path')::int AS paths,
        (count(DISTINCT scene_id) FILTER (WHERE way = 'scene'))::int AS scenes,
        (count(DISTINCT scene_id) FILTER (WHERE way = 'planned'))::int AS planned,
        array_agg(DISTINCT campaign_id) FILTER (WHERE campaign_id IS NOT NULL) AS campaign_ids
      FROM pointing WHERE page ILIKE ${search} GROUP BY page
    ), seen AS (
      SELECT page, coalesce(sum(scanned.scans), 0)::int AS scans, max(scanned.last_at) AS last_at
      FROM (SELECT DISTINCT page, scene_id FROM pointing
        WHERE scene_id IS NOT NULL AND page ILIKE ${search}) AS pair
      CROSS JOIN LATERAL (
        SELECT max(last_at) AS last_at, sum(scans) FILTER (
          WHERE day > (now() AT TIME ZONE 'Asia/Shanghai')::date - ${SCAN_DAYS}::int) AS scans
        FROM scan_days WHERE scan_days.scene_id = pair.scene_id
      ) AS scanned
      GROUP BY page
    )
    SELECT page, pictures AS "pictureCount", paths AS "pathCount", scenes AS "sceneCount",
      planned AS "plannedCount", coalesce(cardinality(campaign_ids), 0) AS "campaignCount",
      ARRAY(SELECT name FROM campaigns WHERE id = ANY(campaign_ids) ORDER BY name
        LIMIT ${CAMPAIGNS_SHOWN}::int) AS campaigns,
      seen.scans AS "scanCount", seen.last_at AS "lastScanAt"
    FROM counted LEFT JOIN seen USING (page)
    ORDER BY greatest(pictures + paths, scenes) DESC, page
    LIMIT ${PAGES_MAX_COUNT + 1}::int`;
}
