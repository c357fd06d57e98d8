import type pg from "pg";

const PEOPLE = `
INSERT INTO users (id, email, name, role, password_hash, updated_at)
SELECT uuid_from('user', n), 'operator' || n || '@example.com', '操作员' || n, 'operator', 'unusable', now()
FROM generate_series(0, 7) AS n`;

const MINI_PROGRAMS = `
INSERT INTO mini_programs (id, name, wechat_app_id, secret_ciphertext, updated_at)
SELECT uuid_from('mini program', n), '小程序' || n, 'wx' || lpad(n::text, 16, '0'), 'sealed', now()
FROM generate_series(0, 2) AS n`;

const CAMPAIGNS = `
INSERT INTO campaigns (id, name) SELECT uuid_from('campaign', n), '活动' || n FROM generate_series(0, 29) AS n`;

/**
 * $1 rows, $2 first number, $3 number of rows the whole table shall have. Two years in order of time, four
 * codes to a moment; campaigns follow each other, with a fifth of the codes strewn over all of them.
 * 冬奥限定 and "olympic" are frequent but only old, 璀璨 is rare, 医院 one in a hundred, 海口 absent.
 */
const CODES = `
INSERT INTO codes (id, mini_program_id, campaign_id, kind, status, label, tags, target, scene, env_version, width,
  identity, reason, created_by_id, created_by_name, picture_sha256, minted_at, created_at, updated_at)
SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(hash, 1, 3)
    || '8' || substr(hash, 4, 15))::uuid,
  uuid_from('mini program', h % 3),
  CASE WHEN h % 50 = 7 THEN NULL ELSE uuid_from('campaign', CASE WHEN h % 5 = 0 THEN h / 7 % 30 ELSE i * 30 / $3 END) END,
  kind::"CodeKind", status::"CodeStatus",
  (ARRAY['上海徐汇','北京朝阳','广州天河','深圳南山','杭州西湖','成都锦江','武汉江汉','南京鼓楼'])[h % 8 + 1]
    || CASE WHEN h % 100 = 33 THEN '医院' WHEN h % 100 < 15 THEN '旗舰店' ELSE '门店' END || '-桌号' || lpad(i::text, 7, '0')
    || CASE WHEN old AND i % 3 = 0 THEN '冬奥限定' ELSE '' END || CASE WHEN i % 250000 = 4321 THEN '璀璨' ELSE '' END,
  CASE WHEN h % 10 = 1 THEN ARRAY['vip'] WHEN old AND h % 10 < 4 THEN ARRAY['winter', 'table'] ELSE ARRAY['table'] END,
  'pages/shop/index' || CASE WHEN kind = 'WXACODE_UNLIMITED' AND NOT old THEN '' ELSE '?shop=' || h % 5000 END
    || CASE WHEN old AND i % 3 = 1 THEN '&src=olympic' ELSE '' END,
  CASE WHEN kind = 'WXACODE_UNLIMITED' THEN 's=' || i || '&t=' || substr(hash, 1, 6) END,
  (CASE WHEN kind = 'WXA_QRCODE' OR h % 100 >= 5 THEN 'release' WHEN h % 100 > 0 THEN 'trial' ELSE 'develop' END)::"EnvVersion",
  430, hash || hash, 'printed on the packaging', uuid_from('user', h / 3 % 8), '操作员' || h / 3 % 8,
  CASE WHEN status = 'minted' THEN hash || hash END, CASE WHEN status = 'minted' THEN at + interval '1 second' END, at, at
FROM (
  SELECT *, (ARRAY['WXACODE_UNLIMITED','WXACODE','WXA_QRCODE'])[1 + (h % 10 = 2)::int + 2 * (h % 33 = 5 AND h % 10 <> 2)::int] AS kind,
    CASE WHEN i > $3 * 0.999 THEN 'queued' WHEN h % 67 = 11 THEN 'refused' WHEN old AND h % 211 = 13 THEN 'unknown' ELSE 'minted' END AS status
  FROM (
    SELECT i, ('x' || substr(md5(i::text), 1, 7))::bit(28)::int AS h, md5('hash' || i) AS hash,
      i BETWEEN $3 / 50 AND $3 * 6 / 50 AS old,
      timestamptz '2024-11-01' + interval '1 second' * ((i - i % 4) * (63000000.0 / $3)) AS at
    FROM generate_series($2::bigint, $2::bigint + $1::bigint - 1) AS i
  ) AS numbered
) AS shaped`;

/** Fills an empty, migrated database with `count` codes; foreign keys are not looked up while it does. */
export async function seedCodes(client: pg.Client, count: number): Promise<void> {
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `SELECT indexrelid::regclass AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
     WHERE indrelid = 'codes'::regclass AND NOT indisunique`,
  );
  await client.query("SET session_replication_role = replica");
  await client.query("SET maintenance_work_mem = '512MB'");
  await client.query(
    `CREATE OR REPLACE FUNCTION uuid_from(kind text, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE
     RETURN (left(md5(kind || n), 12) || '4' || substr(md5(kind || n), 14, 3) || '8' || right(md5(kind || n), 15))::uuid`,
  );
  for (const statement of [PEOPLE, MINI_PROGRAMS, CAMPAIGNS]) await client.query(statement);
  for (const index of indexes) await client.query(`DROP INDEX ${index.name}`);
  await insertCodes(client, count, 0, count);
  for (const index of indexes) await client.query(index.definition);
  await client.query("SET session_replication_role = origin");
  await client.query("VACUUM ANALYZE");
}

/** Inserts `count` codes numbered from `first`, as if the table were to hold `total`. */
export async function insertCodes(
  client: pg.Client,
  count: number,
  first: number,
  total: number,
): Promise<void> {
  await client.query(CODES, [count, first, total]);
}
