import { Prisma } from "@/lib/db/generated/client";
import { IN_FORCE_JOIN } from "@/lib/scenes/in-force-sql";

/** More days of scenes, or more scenes, are not told apart at once: that would take many seconds. */
const SCENE_DAYS_MAX = 2_000_000;
const KNOWN_SCENES_MAX = 100_000;
const CAMPAIGNS_MAX = 100;
const CHANNELS_MAX = 100;
const SCENES_MAX = 20;

export interface BreakdownOf {
  miniProgramId: string;
  /** The first day of the span before. */
  before: string;
  from: string;
  to: string;
  /** Of this campaign only, `none` for codes without one. */
  campaignId?: string;
  sceneId?: string;
}

/** The newest code that carries scene `s`; a refused one only when there is no other. */
export const NEWEST_CODE_JOIN = Prisma.sql`
  LEFT JOIN LATERAL (
    SELECT c.id, c.label, c.serial, c.campaign_id FROM codes c
    WHERE c.mini_program_id = s.mini_program_id AND c.scene = s.value
    ORDER BY c.status = 'refused', c.created_at DESC, c.id DESC LIMIT 1
  ) AS newest ON true`;

/** Whether the newest code is of the wanted campaign. */
export function ofCampaign(campaignId: string | undefined): Prisma.Sql {
  if (campaignId === undefined) return Prisma.sql`true`;
  if (campaignId === "none") return Prisma.sql`newest.campaign_id IS NULL`;
  return Prisma.sql`newest.campaign_id = ${campaignId}::uuid`;
}

/** Days of a whole mini program. */
export function totalsSql({ miniProgramId, before, to }: BreakdownOf): Prisma.Sql {
  return Prisma.sql`
    SELECT day::text, scans, repeats, tests, first_at AS "firstAt", last_at AS "lastAt" FROM scan_totals
    WHERE mini_program_id = ${miniProgramId}::uuid AND day BETWEEN ${before}::date AND ${to}::date`;
}

/**
 * What was scanned in a span and the one before it, by campaign, channel and scene, and day by day for what it is
 * narrowed to. `isCapped`: there is too much of it, and the rest of the answer is empty.
 */
export function breakdownSql(of: BreakdownOf): Prisma.Sql {
  return Prisma.sql`
    WITH ${knownScenes(of)}
    SELECT (SELECT is_capped FROM size) AS "isCapped",
      ${list(CAMPAIGNS)} AS campaigns, ${list(CHANNELS)} AS channels, ${list(SCENES)} AS scenes, (
        SELECT coalesce(jsonb_agg(by_day), '[]') FROM (
          SELECT d.day::text, sum(d.scans)::int AS scans, sum(d.repeats)::int AS repeats,
            sum(d.tests)::int AS tests, min(d.first_at) AS "firstAt", max(d.last_at) AS "lastAt"
          FROM scan_days d JOIN known USING (scene_id) WHERE ${inSpan(of)} AND ${isNarrowed(of)} GROUP BY d.day
        ) AS by_day
      ) AS days`;
}

const isNarrowed = ({ campaignId, sceneId }: BreakdownOf): boolean =>
  campaignId !== undefined || sceneId !== undefined;

/** Which days of which scenes it is about. */
function inSpan({ miniProgramId, before, to, sceneId }: BreakdownOf): Prisma.Sql {
  const ofScene = sceneId ? Prisma.sql`AND d.scene_id = ${sceneId}::uuid` : Prisma.empty;
  return Prisma.sql`d.mini_program_id = ${miniProgramId}::uuid
    AND d.day BETWEEN ${before}::date AND ${to}::date ${ofScene}`;
}

function knownScenes(of: BreakdownOf): Prisma.Sql {
  return Prisma.sql`
    days AS MATERIALIZED (
      SELECT count(*) > ${SCENE_DAYS_MAX}::int AS are_many
      FROM (SELECT FROM scan_days d WHERE ${inSpan(of)} LIMIT ${SCENE_DAYS_MAX + 1}::int) AS capped
    ), summed AS MATERIALIZED (
      SELECT d.scene_id, coalesce(sum(d.scans) FILTER (WHERE d.day >= ${of.from}::date), 0)::int AS scans,
        coalesce(sum(d.scans) FILTER (WHERE d.day < ${of.from}::date), 0)::int AS before
      FROM scan_days d WHERE ${inSpan(of)} AND NOT (SELECT are_many FROM days) GROUP BY d.scene_id
    ), size AS MATERIALIZED (
      SELECT (SELECT are_many FROM days) OR (SELECT count(*) FROM summed) > ${KNOWN_SCENES_MAX}::int AS is_capped
    ), known AS MATERIALIZED (
      SELECT s.id AS scene_id, s.value AS scene, s.page, s.payload, summed.scans, summed.before,
        newest.id AS code_id, newest.label, newest.serial, newest.campaign_id
      FROM summed JOIN scenes s ON s.id = summed.scene_id ${NEWEST_CODE_JOIN}
      WHERE NOT (SELECT is_capped FROM size) AND ${ofCampaign(of.campaignId)}
    )`;
}

const CAMPAIGNS = Prisma.sql`
  SELECT known.campaign_id AS "campaignId", campaigns.name AS "campaignName", sum(scans)::int AS scans,
    sum(before)::int AS before, count(*) FILTER (WHERE scans > 0)::int AS "sceneCount"
  FROM known LEFT JOIN campaigns ON campaigns.id = known.campaign_id
  GROUP BY known.campaign_id, campaigns.name HAVING sum(scans + before) > 0
  ORDER BY sum(scans) DESC, sum(before) DESC, campaigns.name LIMIT ${CAMPAIGNS_MAX}::int`;

const CHANNELS = Prisma.sql`
  SELECT s.campaign_id AS "campaignId", campaigns.name AS "campaignName", campaigns.channel_field AS field,
    in_force.payload ->> campaigns.channel_field AS channel, sum(scans)::int AS scans, sum(before)::int AS before
  FROM (SELECT known.*, known.scene_id AS id FROM known) AS s
  JOIN campaigns ON campaigns.id = s.campaign_id AND campaigns.channel_field IS NOT NULL
  ${Prisma.raw(IN_FORCE_JOIN)}
  GROUP BY 1, 2, 3, 4 HAVING sum(scans + before) > 0
  ORDER BY sum(scans) DESC, sum(before) DESC, campaigns.name, channel LIMIT ${CHANNELS_MAX}::int`;

const SCENES = Prisma.sql`
  SELECT scene_id AS "sceneId", scene, code_id AS "codeId", label, serial, campaigns.name AS "campaignName",
    scans, before
  FROM known LEFT JOIN campaigns ON campaigns.id = known.campaign_id
  WHERE scans > 0 ORDER BY scans DESC, before DESC, scene LIMIT ${SCENES_MAX}::int`;

/** The rows of a query as one JSON value, in their order. */
function list(rows: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(jsonb_agg(ranked), '[]') FROM (${rows}) AS ranked)`;
}
