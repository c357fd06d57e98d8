/**
 * The codes list over 1,000,000 rows against its goals; see docs and lib/codes/code-filter-sql.ts.
 * tsx bench/list-codes.ts [server url] [rows], the server by default TEST_DATABASE_URL.
 */
import pg from "pg";
import { createBenchDatabase } from "@/bench/bench-database";
import { insertCodes, seedCodes } from "@/bench/seed-codes";
import { measureInTurns, reportRatios } from "@/bench/report-ratio";
import type { RatioRow } from "@/bench/report-ratio";
import { countCodesSql, listCodesSql } from "@/lib/codes/code-filter-sql";
import type { CodePosition } from "@/lib/codes/code-filter-sql";
import { CodeFilters } from "@/lib/codes/list-schema";
import type { Prisma } from "@/lib/db/generated/client";

const LIMIT = 49;
const BUFFERS_MAX = 5_000;

// Below this the naive query found its page near the top, and the goal is only not to be much slower.
const SCANNED_MS = 200;

const SEARCHES: Record<string, string> = {
  "1 letter, frequent": "a",
  "1 letter, none": "q",
  "1 character, old only": "冬",
  "1 character, rare": "璨",
  "2 letters, old only": "ym",
  "2 characters, frequent": "门店",
  "2 characters, 1 %": "医院",
  "2 characters, old only": "冬奥",
  "2 characters, rare": "璀璨",
  "2 characters, none": "海口",
  "3 characters, frequent": "旗舰店",
  "3 letters, none": "xyz",
  "6 digits, middle": "045432",
  "6 letters, old only": "olympi",
  "6 letters, none": "zephyr",
  "12 letters, in every code": "pages/shop/i",
  "12 characters, rare": "门店-桌号0004321璀",
  "12 letters, old only": "&src=olympic",
  "40 letters, none": "pages/shop/index?shop=123&src=olympic-xyz",
  "40 characters, one": "",
  "2 words, old only": "上海 冬奥",
  "3 words, old only": "0 9 冬",
  "made of frequent parts, none": "index/pages/shop",
};

async function main(): Promise<void> {
  const serverUrl = process.argv[2] ?? process.env.TEST_DATABASE_URL;
  if (!serverUrl) throw new Error("Pass a PostgreSQL server's address, or set TEST_DATABASE_URL.");
  const rows = Number(process.argv[3] ?? 1_000_000);
  const database = await createBenchDatabase(serverUrl);
  try {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      await seedCodes(client, rows);
      const results = [
        await benchDepth(client, rows),
        await benchSearches(client),
        await benchInsert(client, rows),
      ];
      if (results.includes(false)) process.exitCode = 1;
    } finally {
      await client.end();
    }
  } finally {
    await database.drop();
  }
}

async function benchDepth(client: pg.Client, rows: number): Promise<boolean> {
  const filters = CodeFilters.parse({ envVersion: "any" });
  const depth = Math.floor(rows * 0.95);
  const { rows: found } = await client.query<{ createdAt: Date; id: string }>(
    `SELECT created_at AS "createdAt", id FROM codes ORDER BY created_at DESC, id DESC OFFSET ${depth} LIMIT 1`,
  );
  const at = found[0];
  if (!at) throw new Error("The table is empty.");
  const after = { createdAt: at.createdAt.toISOString(), id: at.id };
  const page = (position: CodePosition | null) => () =>
    run(client, listCodesSql(filters, position, LIMIT));
  const offset = (): Promise<unknown> =>
    client.query(
      `SELECT * FROM codes ORDER BY created_at DESC, id DESC OFFSET ${depth} LIMIT ${LIMIT}`,
    );
  return reportRatios(`Pages of ${LIMIT} at depth ${depth}`, [
    {
      name: "deep page : first page",
      ...(await measureInTurns(page(after), page(null), 15)),
      goal: 1.5,
      note: `${await readBuffers(client, listCodesSql(filters, after, LIMIT))} buffers`,
    },
    { name: "deep page : OFFSET", ...(await measureInTurns(page(after), offset)), goal: 0.02 },
  ]);
}

async function benchSearches(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ text: string }>(
    `SELECT left(target || ' ' || scene || ' ' || label, 64) AS text FROM codes
     WHERE kind = 'WXACODE_UNLIMITED' AND env_version = 'release' AND target LIKE '%olympic' ORDER BY created_at LIMIT 1`,
  );
  const table: RatioRow[] = [];
  for (const [name, search] of Object.entries(SEARCHES)) {
    table.push(
      await benchSearch(client, name, search || (rows[0]?.text ?? "").slice(0, 40).trim()),
    );
  }
  return reportRatios(
    "Searches, against ILIKE on every row; page and count within 5,000 buffers",
    table,
  );
}

async function benchSearch(client: pg.Client, name: string, search: string): Promise<RatioRow> {
  const filters = CodeFilters.parse({ search });
  const page = listCodesSql(filters, null, LIMIT);
  const words = search.split(/\s+/).map((word) => `%${word.replaceAll(/[\\%_]/g, "\\$&")}%`);
  const naive = `SELECT * FROM codes WHERE env_version = 'release' AND ${words
    .map((_, n) => `(label ILIKE $${n + 1} OR target ILIKE $${n + 1} OR scene ILIKE $${n + 1})`)
    .join(" AND ")} ORDER BY created_at DESC, id DESC LIMIT ${LIMIT}`;
  const timings = await measureInTurns(
    () => run(client, page),
    () => client.query(naive, words),
  );
  const buffers = await readBuffers(client, page);
  const countBuffers = await readBuffers(client, countCodesSql(filters));
  return {
    name: `${name}: ${search.length > 16 ? `${search.slice(0, 15)}…` : search}`,
    ...timings,
    goal: timings.reference.median > SCANNED_MS ? 1 / 8 : 3,
    note: `${buffers} + ${countBuffers} buffers`,
    missed: buffers > BUFFERS_MAX || countBuffers > BUFFERS_MAX,
  };
}

/** What the inverted index costs a batch; the goal only keeps it from growing unseen. */
async function benchInsert(client: pg.Client, rows: number): Promise<boolean> {
  const insert = async (before: string): Promise<void> => {
    await client.query(`BEGIN; SET LOCAL session_replication_role = replica; ${before}`);
    await insertCodes(client, 100_000, rows, rows + 100_000);
    await client.query("ROLLBACK");
  };
  const timings = await measureInTurns(
    () => insert(""),
    () => insert("DROP INDEX codes_terms"),
    1,
  );
  return reportRatios("Insert of 100,000 codes, against the same without the search index", [
    { name: "insert", ...timings, goal: 4 },
  ]);
}

function run(client: pg.Client, { text, values }: Prisma.Sql): Promise<unknown> {
  return client.query(text, values);
}

/** Pages of tables and indexes one run touches, after the catalogue is warm. */
async function readBuffers(client: pg.Client, sql: Prisma.Sql): Promise<number> {
  await run(client, sql);
  const { rows } = await client.query<{ "QUERY PLAN": { Plan: Record<string, number> }[] }>(
    `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${sql.text}`,
    sql.values,
  );
  const plan = rows[0]?.["QUERY PLAN"][0]?.Plan;
  return (plan?.["Shared Hit Blocks"] ?? Number.NaN) + (plan?.["Shared Read Blocks"] ?? Number.NaN);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
