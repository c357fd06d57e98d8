import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CONNECTION_OPTIONS } from "@/lib/db/client";
import { addDays } from "@/lib/quota/beijing-day";
import { COUNT_HEARD_SQL } from "@/lib/scans/count-heard-sql";
import { breakdownSql } from "@/lib/scans/scan-figures-sql";
import { cloneDatabase } from "@/lib/testing/template-database";
import type { TestDatabase } from "@/lib/testing/template-database";

const SCENES = 100_001;
const SCANNED = 1_000;
const TODAY = "2026-11-21";
const BUFFERS_PER_ROW = 40;

const miniProgramId = randomUUID();
const week = { miniProgramId, before: addDays(TODAY, -13), from: addDays(TODAY, -6), to: TODAY };

let database: TestDatabase;
let client: pg.Client;

/** 100,001 scenes with a code each; 1,000 of them were scanned on each of 60 days. */
beforeAll(async () => {
  database = await cloneDatabase();
  client = new pg.Client({ connectionString: database.url, options: CONNECTION_OPTIONS });
  await client.connect();
  await client.query("SET session_replication_role = replica");
  await client.query(
    `INSERT INTO mini_programs (id, name, wechat_app_id, secret_ciphertext, updated_at)
     VALUES ($1, '山茶便利', 'wx', 'sealed', now())`,
    [miniProgramId],
  );
  await client.query(
    `INSERT INTO scenes (id, mini_program_id, value, page)
     SELECT gen_random_uuid(), $1, 's' || n, '' FROM generate_series(1, ${SCENES}) AS n`,
    [miniProgramId],
  );
  await client.query(
    `INSERT INTO codes (id, mini_program_id, scene, kind, label, target, width, identity, created_by_name, updated_at)
     SELECT gen_random_uuid(), $1, 's' || n, 'WXACODE_UNLIMITED', '海报', '', 430, md5(n::text) || md5(n::text), '林悦', now()
     FROM generate_series(1, ${SCANNED}) AS n`,
    [miniProgramId],
  );
  await client.query(
    `INSERT INTO scan_days (scene_id, mini_program_id, day, scans, repeats, tests, first_at, last_at)
     SELECT scenes.id, $1, day, 1, 0, 0, day, day FROM generate_series(1, ${SCANNED}) AS n
     JOIN scenes ON value = 's' || n,
       generate_series('${addDays(TODAY, -59)}'::date, '${TODAY}'::date, '1 day') AS day`,
    [miniProgramId],
  );
  await client.query("ANALYZE");
}, 120_000);
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** Pages of tables and indexes that a query touches. */
async function readBuffers({ text, values }: { text: string; values: unknown[] }): Promise<number> {
  const { rows } = await client.query<{ "QUERY PLAN": { Plan: Record<string, number> }[] }>(
    `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`,
    values,
  );
  const plan = rows[0]?.["QUERY PLAN"][0]?.Plan;
  return (plan?.["Shared Hit Blocks"] ?? Number.NaN) + (plan?.["Shared Read Blocks"] ?? Number.NaN);
}

test("figures read what was scanned in their days, however many scenes and days there are", async () => {
  expect(await readBuffers(breakdownSql(week))).toBeLessThan(SCANNED * BUFFERS_PER_ROW);
  const { rows } = await client.query(breakdownSql(week).text, breakdownSql(week).values);
  expect(rows[0]).toMatchObject({
    isCapped: false,
    campaigns: [{ scans: 7 * SCANNED, before: 7 * SCANNED, sceneCount: SCANNED }],
  });
});

test("counting reads what was heard, however many scans and scenes there are", async () => {
  await client.query(
    `INSERT INTO scans (id, scene_id, at, visitor, is_test, is_repeat)
     SELECT -n, (SELECT id FROM scenes WHERE value = 's1'), now() - n * interval '1 millisecond', n, false, false
     FROM generate_series(1, 50000) AS n`,
  );
  await client.query(
    `INSERT INTO heard_scans (scene_id, at, visitor)
     SELECT (SELECT id FROM scenes WHERE value = 's1'), now(), -n FROM generate_series(1, ${SCANNED}) AS n`,
  );
  expect(await readBuffers(COUNT_HEARD_SQL)).toBeLessThan(SCANNED * BUFFERS_PER_ROW);
});

test("more scenes than can be told apart at once are said to be too many", async () => {
  await client.query(
    `INSERT INTO scan_days (scene_id, mini_program_id, day, scans, repeats, tests, first_at, last_at)
     SELECT id, $1, '${TODAY}', 1, 0, 0, now(), now() FROM scenes ON CONFLICT DO NOTHING`,
    [miniProgramId],
  );
  const { text, values } = breakdownSql(week);
  const { rows } = await client.query(text, values);
  expect(rows).toEqual([{ isCapped: true, campaigns: [], channels: [], scenes: [], days: [] }]);
});
