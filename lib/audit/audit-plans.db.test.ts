import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countBlocksSql, countRangesSql } from "@/lib/audit/count-entries-sql";
import { entriesSql } from "@/lib/audit/entries-sql";
import { isIndexed, wantedActions } from "@/lib/audit/entry-filter-sql";
import { blockOf, blocksSql } from "@/lib/audit/find-blocks";
import { AuditFilters } from "@/lib/audit/schema";
import { sealBlocks } from "@/lib/audit/seal-blocks";
import { CONNECTION_OPTIONS } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { openTestRuntime } from "@/lib/testing/test-runtime";
import type { Runtime } from "@/lib/runtime";
import { jobContext } from "@/lib/worker/job-context";

const ROWS = 100_000;
const BUFFERS_MAX = 5_000;
const BUFFERS_A_LOOK = 10;
const LIN = "00000000-0000-4000-8000-000000000001";
const RARE = "00000000-0000-4000-8000-000000000002";
const ACTIONS = ["code.minted", "code.requested", "scene.tested", "user.signed_in"];

let runtime: Runtime;
let client: pg.Client;

/** 100,000 entries: nearly all about codes of one mini program, a few of everything else. */
beforeAll(async () => {
  runtime = await openTestRuntime();
  client = new pg.Client({
    connectionString: runtime.env.DATABASE_URL,
    options: CONNECTION_OPTIONS,
  });
  await client.connect();
  await client.query(
    `INSERT INTO audit_entries (seq, at, actor_kind, actor_id, actor_name, action, target_kind, target_id, target_label,
       changes, details, request_id, mini_program_id, campaign_id, prev_hash, hash)
     SELECT n, timestamptz '2026-01-01' + n * interval '1 minute', 'user',
       CASE WHEN n % 50000 = 7 THEN $2 ELSE $1 END::uuid, '林悦',
       CASE WHEN n % 40000 = 9 THEN 'user.role_changed' ELSE ($3::text[])[1 + n % 4] END,
       'code', md5((n % 20000)::text)::uuid, '海报 ' || n % 997, '{}', jsonb_build_object('reason', '门店 nr-' || n * 37 % 100000), md5(n::text)::uuid,
       $1::uuid, CASE WHEN n % 1000 = 3 THEN $2::uuid END, repeat('0', 64), repeat('0', 64)
     FROM generate_series(1, ${ROWS}) AS n`,
    [LIN, RARE, ACTIONS],
  );
  await sealBlocks(jobContext(runtime, "test"));
  await client.query("VACUUM ANALYZE audit_entries, audit_blocks");
}, 240_000);
afterAll(async () => {
  await client.end();
  await runtime.close();
});

/** Pages of tables and indexes that a second run touches; the first warms the catalogue. */
async function readBuffers({ text, values }: Prisma.Sql): Promise<number> {
  const plain = values.map((value) => (typeof value === "bigint" ? value.toString() : value));
  await client.query(text, plain);
  const { rows } = await client.query<{ "QUERY PLAN": { Plan: Record<string, number> }[] }>(
    `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`,
    plain,
  );
  const plan = rows[0]?.["QUERY PLAN"][0]?.Plan;
  return (plan?.["Shared Hit Blocks"] ?? Number.NaN) + (plan?.["Shared Read Blocks"] ?? Number.NaN);
}

const shapes: AuditFilters[] = [
  {},
  { kind: "codes" },
  { kind: "people" },
  { action: "user.role_changed" },
  { actorId: LIN },
  { actorId: RARE },
  { targetKind: "code", targetId: "cfcd2084-95d5-65ef-66e7-dff9f98764da" },
  { miniProgramId: LIN },
  { campaignId: RARE },
  { actorId: LIN, action: "user.role_changed" },
  { actorId: RARE, kind: "codes" },
  { miniProgramId: LIN, campaignId: RARE, action: "code.minted" },
  { search: "海报 12" },
  { search: "门店" },
  { search: "absent" },
  { search: "x".repeat(64) },
];

test("no page of the log reads more than 5,000 buffers, wherever it begins", async () => {
  const read: Record<string, number> = {};
  const starts = [BigInt(ROWS), BigInt(ROWS / 2)];
  for (const filters of shapes.map((shape) => AuditFilters.parse(shape))) {
    for (const high of starts) {
      const name = `${JSON.stringify(filters)} from ${high}`;
      if (isIndexed(filters)) {
        read[name] = await readBuffers(entriesSql(filters, { low: 1n, high }, 51));
        continue;
      }
      read[`blocks ${name}`] = await readBuffers(blocksSql(filters, 0, blockOf(high), 41));
      read[`block ${name}`] = await readBuffers(
        entriesSql(filters, { low: high - 999n, high }, 51),
      );
    }
  }
  const tooMuch = Object.entries(read).filter(([, buffers]) => !(buffers <= BUFFERS_MAX));
  expect(tooMuch).toEqual([]);
  expect(Object.keys(read).length).toBeGreaterThan(40);
});

test("a page of what one index has reads a few hundred buffers, however deep", async () => {
  for (const shape of shapes) {
    const filters = AuditFilters.parse(shape);
    if (!isIndexed(filters)) continue;
    const sql = entriesSql(filters, { low: 1n, high: BigInt(ROWS / 2) }, 51);
    expect(await readBuffers(sql), JSON.stringify(filters)).toBeLessThan(500);
  }
});

test("counting by bars reads indexes only, and a search's count twenty blocks", async () => {
  const size = ROWS / 50;
  const ranges = Array.from({ length: 50 }, (_, index) => ({
    low: BigInt(index * size + 1),
    high: BigInt((index + 1) * size),
  }));
  for (const shape of shapes) {
    const filters = AuditFilters.parse(shape);
    const blocks = Array.from({ length: 20 }, (_, index) => ({
      low: BigInt(ROWS - (index + 1) * 1_000 + 1),
      high: BigInt(ROWS - index * 1_000),
    }));
    const sql = isIndexed(filters)
      ? countRangesSql(filters, ranges)
      : countBlocksSql(
          filters,
          ranges.map(({ low }) => low),
          blocks,
        );
    if (Object.keys(shape).length === 0) continue;
    // A look into an index for each bar and action.
    const looks = ranges.length * (wantedActions(filters)?.length ?? 1);
    const most = Math.max(BUFFERS_MAX, looks * BUFFERS_A_LOOK);
    expect(await readBuffers(sql), JSON.stringify(filters)).toBeLessThan(most);
  }
});

test("a search passes over the blocks that cannot hold what it wants", async () => {
  const blocksFor = async (shape: AuditFilters) => {
    const { text, values } = blocksSql(AuditFilters.parse(shape), 0, ROWS / 1_000 - 1, 1_000);
    const { rows } = await client.query<{ block: number }>(text, values);
    return rows.map(({ block }) => block);
  };
  expect(await blocksFor({ search: "absent" })).toEqual([]);
  // Every three digits of it stand in every block.
  expect((await blocksFor({ search: "nr-73042" })).length).toBeLessThan(5);
  expect(await blocksFor({ search: "门店" })).toHaveLength(ROWS / 1_000);
  expect(await blocksFor({ actorId: RARE, kind: "codes" })).toEqual([50, 0]);
});
