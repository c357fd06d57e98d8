import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertCodes, seedCodes } from "@/bench/seed-codes";
import { FACETS, countFacetSql } from "@/lib/codes/code-facet-sql";
import { countCodesSql, listCodesSql } from "@/lib/codes/code-filter-sql";
import type { CodePosition } from "@/lib/codes/code-filter-sql";
import { CodeFilters } from "@/lib/codes/list-schema";
import { CONNECTION_OPTIONS } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { cloneDatabase } from "@/lib/testing/template-database";
import type { TestDatabase } from "@/lib/testing/template-database";

const ROWS = 100_000;
const BUFFERS_MAX = 5_000;

let database: TestDatabase;
let client: pg.Client;
let middle: CodePosition;
let ids: { campaignId: string; miniProgramId: string; createdById: string; id: string };

beforeAll(async () => {
  database = await cloneDatabase();
  client = new pg.Client({ connectionString: database.url, options: CONNECTION_OPTIONS });
  await client.connect();
  await seedCodes(client, ROWS);
  // Codes not yet sorted into the search index: outside of it, and in its pending list that no vacuum has seen.
  await client.query("SET session_replication_role = replica");
  await client.query("ALTER TABLE codes ALTER is_unsorted SET DEFAULT true");
  await insertCodes(client, 200, ROWS, ROWS + 3_000);
  await client.query("ALTER TABLE codes ALTER is_unsorted SET DEFAULT false");
  await insertCodes(client, 2_800, ROWS + 200, ROWS + 3_000);
  const { rows } = await client.query(
    `SELECT campaign_id AS "campaignId", mini_program_id AS "miniProgramId", created_by_id AS "createdById", id,
       to_json(created_at)#>>'{}' AS "createdAt"
     FROM codes WHERE campaign_id IS NOT NULL ORDER BY created_at DESC, id DESC OFFSET ${ROWS / 2} LIMIT 1`,
  );
  ids = rows[0];
  middle = rows[0];
}, 120_000);

afterAll(async () => {
  await client.end();
  await database.drop();
});

/** Pages of tables and indexes that a second run touches; the first warms the catalogue. */
async function readBuffers({ text, values }: Prisma.Sql): Promise<number> {
  await client.query(text, values);
  const { rows } = await client.query<{ "QUERY PLAN": { Plan: Record<string, number> }[] }>(
    `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`,
    values,
  );
  const plan = rows[0]?.["QUERY PLAN"][0]?.Plan;
  return (plan?.["Shared Hit Blocks"] ?? Number.NaN) + (plan?.["Shared Read Blocks"] ?? Number.NaN);
}

function shapes(): CodeFilters[] {
  const { campaignId, miniProgramId, createdById, id } = ids;
  return [
    {},
    { envVersion: "any" },
    { envVersion: "develop" },
    { campaignId },
    { campaignId: "none" },
    { campaignId, createdById, status: "refused" },
    { miniProgramId, kind: "WXACODE", envVersion: "trial" },
    { createdById, status: "unknown" },
    { status: "refused", tag: "winter" },
    { kind: "WXA_QRCODE", tag: "winter", envVersion: "any" },
    { tag: "winter" },
    { tag: "absent" },
    { from: "2024-12-01", to: "2024-12-05" },
    { tag: "vip", from: "2024-11-20", to: "2025-01-20" },
    { search: "pages/index", to: "2025-01-20" },
    { search: id },
    { search: "a2j 0001" },
    { search: "A2J-0001", tag: "vip", campaignId },
    ...["a", "q", "冬", "鲶", "冬奥", "海口", "门店", "医院", "0 9 冬", "上海 冬奥", "璀璨"].map(
      (search) => ({ search }),
    ),
    ...["src=olympic", "旗舰店 olympic", "index/pages/shop", "pages/shop/index", "%", "0043"].map(
      (search) => ({ search }),
    ),
    { search: "冬奥", tag: "vip", campaignId },
    { search: "x".repeat(64) },
  ];
}

test(
  "no list, count or facet query reads more than 5,000 buffers",
  { timeout: 90_000 },
  async () => {
    const read: Record<string, number> = {};
    for (const filters of shapes().map((shape) => CodeFilters.parse(shape))) {
      const name = JSON.stringify(filters);
      read[`first page ${name}`] = await readBuffers(listCodesSql(filters, null, 49));
      read[`deep page ${name}`] = await readBuffers(listCodesSql(filters, middle, 49));
      read[`long page ${name}`] = await readBuffers(listCodesSql(filters, null, 201));
      read[`count ${name}`] = await readBuffers(countCodesSql(filters));
    }
    for (const shape of [
      {},
      { search: "冬" },
      { search: "a2j0001" },
      { campaignId: ids.campaignId, tag: "vip" },
    ]) {
      const filters = CodeFilters.parse(shape);
      for (const facet of FACETS) {
        read[`facet ${facet} ${JSON.stringify(filters)}`] = await readBuffers(
          countFacetSql(facet, filters),
        );
      }
    }
    const tooMuch = Object.entries(read).filter(([, buffers]) => !(buffers <= BUFFERS_MAX));
    expect(tooMuch).toEqual([]);
  },
);

test("a deep page reads no more than the first one and a half times", async () => {
  const filters = CodeFilters.parse({ envVersion: "any" });
  const first = await readBuffers(listCodesSql(filters, null, 49));
  expect(await readBuffers(listCodesSql(filters, middle, 49))).toBeLessThanOrEqual(first * 1.5);
});
