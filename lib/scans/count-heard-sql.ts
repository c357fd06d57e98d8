import { Prisma } from "@/lib/db/generated/client";

/** One take out of the inbox. */
export const TAKE_ROWS = 5_000;
/** A second scan by the same visitor within it is a repeat, and a report within it belongs to the scan. */
const MINUTE = Prisma.sql`interval '60 seconds'`;
/** Moments are kept to the millisecond. */
const AFTER_A_MINUTE = Prisma.sql`interval '60.001 seconds'`;
/** So long after a test its phone goes on testing. */
const STAFF_FOR = Prisma.sql`interval '10 minutes'`;

/** A test that was ended by what was heard. */
export interface EndedTest {
  testId: string;
  sceneId: string;
  scene: string;
  startedBy: string;
  sceneValue: number | null;
}

/**
 * What was heard, scene by scene and visitor by visitor in the order of time (`line`). `stored_id` is the scan of
 * theirs within a minute that an earlier take counted; two gates may write in another order than they heard, so
 * that minute reaches both ways. A report with no scan in the minute before is a scan of its own, and covers
 * further lone reports for a minute.
 */
const HEARD = Prisma.sql`
  taken AS (
    DELETE FROM heard_scans WHERE id IN (SELECT id FROM heard_scans ORDER BY id LIMIT ${TAKE_ROWS}::int)
    RETURNING id, scene_id, at, visitor, is_report, version, scene_value, device, test_token
  ),
  heard AS MATERIALIZED (
    SELECT taken.*, scenes.mini_program_id, stored.id AS stored_id,
      max(taken.at) FILTER (WHERE NOT is_report) OVER line AS last_asked_at
    FROM taken JOIN scenes ON scenes.id = taken.scene_id
    LEFT JOIN LATERAL (
      SELECT scans.id FROM scans
      WHERE scans.scene_id = taken.scene_id AND scans.visitor = taken.visitor
        AND scans.at BETWEEN taken.at - ${MINUTE} AND taken.at + ${MINUTE}
      ORDER BY scans.at DESC, scans.id DESC LIMIT 1
    ) AS stored ON true
    WINDOW line AS (PARTITION BY taken.scene_id, taken.visitor ORDER BY taken.at, taken.id)
  ),
  lone AS MATERIALIZED (
    SELECT id, row_number() OVER line AS place,
      first_value(id) OVER (line RANGE BETWEEN ${AFTER_A_MINUTE} FOLLOWING AND UNBOUNDED FOLLOWING) AS next_id
    FROM (
      SELECT DISTINCT ON (scene_id, visitor, at) id, scene_id, visitor, at FROM heard
      WHERE is_report AND stored_id IS NULL AND (last_asked_at IS NULL OR last_asked_at < at - ${MINUTE})
      ORDER BY scene_id, visitor, at, id
    ) AS first_of_moment
    WINDOW line AS (PARTITION BY scene_id, visitor ORDER BY at)
  ),
  counting_reports AS (
    SELECT id, next_id FROM lone WHERE place = 1
    UNION ALL
    SELECT lone.id, lone.next_id FROM counting_reports JOIN lone ON lone.id = counting_reports.next_id
  )`;

/** Every event with the scan it is or belongs to (`scan_id`), and what is known of each scan: what was said last holds. */
const BELONGING = Prisma.sql`
  lined AS MATERIALIZED (
    SELECT marked.*, count(*) FILTER (WHERE is_scan) OVER line AS scan_no,
      max(at) FILTER (WHERE is_scan) OVER (line ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS last_scan_at
    FROM (
      SELECT heard.*, NOT is_report OR id IN (SELECT id FROM counting_reports) AS is_scan FROM heard
    ) AS marked
    WINDOW line AS (PARTITION BY scene_id, visitor ORDER BY at, id)
  ),
  belonging AS MATERIALIZED (
    SELECT lined.*, CASE
      WHEN is_scan THEN id
      WHEN last_scan_at >= at - ${MINUTE}
        THEN first_value(id) OVER (PARTITION BY scene_id, visitor, scan_no ORDER BY at, id)
      ELSE stored_id END AS scan_id
    FROM lined
  ),
  told AS MATERIALIZED (
    SELECT scan_id, scene_id,
      (array_agg(scene_value ORDER BY at DESC, id DESC) FILTER (WHERE scene_value IS NOT NULL))[1] AS scene_value,
      (array_agg(device ORDER BY at DESC, id DESC) FILTER (WHERE device IS NOT NULL))[1] AS device
    FROM belonging GROUP BY scan_id, scene_id
  )`;

/** A test is ended by the first scan while it is open, or by whatever carries its token; a foreign token ends none. */
const ENDED = Prisma.sql`
  ended AS MATERIALIZED (
    SELECT DISTINCT ON (test.id) test.id AS test_id, test.started_by_name, belonging.scene_id, belonging.at,
      belonging.id AS event_id, belonging.visitor, belonging.scan_id,
      coalesce(told.scene_value, stored.scene_value) AS scene_value,
      coalesce(told.device, stored.device) AS device, coalesce(belonging.version, stored.version) AS version
    FROM scan_tests AS test
    JOIN belonging ON belonging.scene_id = test.scene_id
      AND test.started_at <= belonging.at AND belonging.at < test.expires_at
      AND CASE WHEN belonging.test_token IS NULL THEN is_scan ELSE belonging.test_token = test.token END
    JOIN told ON told.scan_id = belonging.scan_id
    LEFT JOIN scans AS stored ON stored.id = belonging.scan_id
    WHERE test.seen_at IS NULL
    ORDER BY test.id, belonging.at, belonging.id
  )`;

const COUNTED = Prisma.sql`
  counted AS MATERIALIZED (
    SELECT lined.id, lined.scene_id, lined.mini_program_id, lined.at, lined.visitor, lined.version,
      told.scene_value, told.device, (lined.at AT TIME ZONE 'Asia/Shanghai')::date AS day,
      coalesce(last_scan_at >= lined.at - ${MINUTE}, false) OR stored_id IS NOT NULL AS is_repeat,
      EXISTS (
        SELECT FROM ended WHERE ended.scene_id = lined.scene_id AND ended.visitor = lined.visitor
          AND (lined.at, lined.id) >= (ended.at, ended.event_id) AND lined.at <= ended.at + ${STAFF_FOR}
      ) OR EXISTS (
        SELECT FROM scan_tests AS test WHERE test.scene_id = lined.scene_id AND test.seen_visitor = lined.visitor
          AND lined.at BETWEEN test.seen_at - ${MINUTE} AND test.seen_at + ${STAFF_FOR}
      ) AS is_test
    FROM lined JOIN told ON told.scan_id = lined.id
    WHERE lined.is_scan
  ),
  per_day AS MATERIALIZED (
    SELECT scene_id, mini_program_id, day,
      count(*) FILTER (WHERE is_test)::int AS tests,
      count(*) FILTER (WHERE is_repeat AND NOT is_test)::int AS repeats,
      count(*) FILTER (WHERE NOT is_repeat AND NOT is_test)::int AS scans,
      min(at) FILTER (WHERE NOT is_repeat AND NOT is_test) AS first_at,
      max(at) FILTER (WHERE NOT is_repeat AND NOT is_test) AS last_at
    FROM counted GROUP BY scene_id, mini_program_id, day
  )`;

/** In the order of scenes, as everybody who locks several of them. */
const WRITTEN = Prisma.sql`
  kept AS (
    INSERT INTO scans (id, scene_id, at, visitor, version, scene_value, device, is_test, is_repeat)
    SELECT id, scene_id, at, visitor, version, scene_value, device, is_test, is_repeat FROM counted
    ORDER BY scene_id, id
  ),
  enriched AS (
    UPDATE scans SET scene_value = coalesce(told.scene_value, scans.scene_value),
      device = coalesce(told.device, scans.device)
    FROM told WHERE scans.id = told.scan_id
      AND (told.scene_value <> coalesce(scans.scene_value, 0) OR told.device <> coalesce(scans.device, ''))
  ),
  by_scene AS (
    INSERT INTO scan_days AS old (scene_id, mini_program_id, day, scans, repeats, tests, first_at, last_at)
    SELECT scene_id, mini_program_id, day, scans, repeats, tests, first_at, last_at FROM per_day
    ORDER BY scene_id, day
    ON CONFLICT (scene_id, day) DO UPDATE SET scans = old.scans + excluded.scans,
      repeats = old.repeats + excluded.repeats, tests = old.tests + excluded.tests,
      first_at = least(old.first_at, excluded.first_at), last_at = greatest(old.last_at, excluded.last_at)
  ),
  by_mini_program AS (
    INSERT INTO scan_totals AS old (mini_program_id, day, scans, repeats, tests, first_at, last_at)
    SELECT mini_program_id, day, sum(scans), sum(repeats), sum(tests), min(first_at), max(last_at)
    FROM per_day GROUP BY mini_program_id, day
    ON CONFLICT (mini_program_id, day) DO UPDATE SET scans = old.scans + excluded.scans,
      repeats = old.repeats + excluded.repeats, tests = old.tests + excluded.tests,
      first_at = least(old.first_at, excluded.first_at), last_at = greatest(old.last_at, excluded.last_at)
  ),
  ticked AS (
    UPDATE scan_tests AS test SET seen_at = ended.at, seen_visitor = ended.visitor,
      seen_scan_id = ended.scan_id, scene_value = ended.scene_value, device = ended.device, version = ended.version
    FROM ended WHERE test.id = ended.test_id
  ),
  filled_in AS (
    UPDATE scan_tests AS test SET scene_value = coalesce(told.scene_value, test.scene_value),
      device = coalesce(told.device, test.device)
    FROM told WHERE test.scene_id = told.scene_id AND test.seen_scan_id = told.scan_id
  )`;

/** Takes rows out of the inbox and counts them; gives how many it took and the tests they ended. */
export const COUNT_HEARD_SQL = Prisma.sql`
  WITH RECURSIVE ${HEARD}, ${BELONGING}, ${ENDED}, ${COUNTED}, ${WRITTEN}
  SELECT (SELECT count(*)::int FROM taken) AS "takenCount", coalesce((
    SELECT jsonb_agg(jsonb_build_object('testId', test_id, 'sceneId', scene_id, 'scene', scenes.value,
      'startedBy', started_by_name, 'sceneValue', ended.scene_value) ORDER BY at, test_id)
    FROM ended JOIN scenes ON scenes.id = ended.scene_id
  ), '[]') AS "endedTests"`;
