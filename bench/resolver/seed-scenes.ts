import pg from "pg";

const MINI_PROGRAM = `
INSERT INTO mini_programs (id, name, wechat_app_id, secret_ciphertext, updated_at)
VALUES (md5('bench')::uuid, '山茶便利', $1, 'sealed', now())`;

const CAMPAIGNS = `
INSERT INTO campaigns (id, name) SELECT md5('campaign' || n)::uuid, '活动' || n FROM generate_series(0, 29) AS n`;

/** Numbered from 0; see scene-value.ts. */
const SCENES = `
INSERT INTO scenes (id, mini_program_id, value, page, payload, created_at)
SELECT md5('id' || n)::uuid, md5('bench')::uuid, left(md5('scene' || n), 20), 'pages/shop/index',
  jsonb_build_object('shop', '徐汇店 ' || n % 5000, 'table', n % 60, 'channel', 'poster'), now() - interval '1 day'
FROM generate_series(0, $1::bigint - 1) AS n`;

/** Every tenth was changed once since, and every hundredth will be. */
const VERSIONS = `
INSERT INTO scene_versions (scene_id, version, page, payload, effective_from, created_by_name, created_at)
SELECT md5('id' || n)::uuid, 2, 'pages/sale/index', jsonb_build_object('sale', n), now() - interval '1 hour', '林悦', now()
FROM generate_series(0, $1::bigint - 1, 10) AS n
UNION ALL
SELECT md5('id' || n)::uuid, 3, 'pages/next/index', NULL, now() + interval '30 days', '林悦', now()
FROM generate_series(0, $1::bigint - 1, 100) AS n`;

const CODES = `
INSERT INTO codes (id, mini_program_id, campaign_id, kind, status, label, target, scene, env_version, width, identity,
  created_by_name, created_at, updated_at)
SELECT md5('code' || n)::uuid, md5('bench')::uuid, md5('campaign' || n % 30)::uuid, 'WXACODE_UNLIMITED', 'refused',
  '桌号' || n, 'pages/shop/index', left(md5('scene' || n), 20), 'release', 430, md5('i' || n) || md5('j' || n),
  '林悦', now() - n * interval '1 ms', now()
FROM generate_series(0, $1::bigint - 1) AS n`;

/** The search index is the only one left out: it takes minutes, and the gate has no part in it. */
const INDEXES = `
SELECT indexrelid::regclass AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
WHERE indrelid = 'codes'::regclass AND NOT indisunique`;

/** So many scenes of one mini program, each with a code; without looking at foreign keys. */
export async function seedScenes(
  databaseUrl: string,
  appId: string,
  sceneCount: number,
): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: indexes } = await client.query<{ name: string; definition: string }>(INDEXES);
    await client.query("SET session_replication_role = replica");
    await client.query("SET maintenance_work_mem = '256MB'");
    await client.query(MINI_PROGRAM, [appId]);
    await client.query(CAMPAIGNS);
    for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
    for (const statement of [SCENES, VERSIONS, CODES]) await client.query(statement, [sceneCount]);
    for (const { definition } of indexes) {
      if (!/ USING gin /i.test(definition)) await client.query(definition);
    }
    await client.query("VACUUM ANALYZE");
  } finally {
    await client.end();
  }
}
