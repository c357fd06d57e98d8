import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { openBenchPerson } from "@/bench/bench-person";
import type { BenchPerson } from "@/bench/bench-person";
import { planBatch } from "@/lib/batches/plan-batch";
import { checked, shops, unlimitedBatch } from "@/lib/batches/testing/batch-input";
import type { Prisma } from "@/lib/db/generated/client";

/** What was prepared, ready to be measured once. */
export type Contender = (databaseUrl: string, rowCount: number) => Promise<() => Promise<unknown>>;

const CHUNK_ROWS = 1_000;

/** Everything planning does: batch, scenes, codes, what is left out, log entry and job, in one transaction. */
const plan: Contender = async (databaseUrl, rowCount) => {
  const person = await openBenchPerson(databaseUrl);
  const { draftId } = await checkShops(person, rowCount);
  const go = { draftId, requestKey: randomUUID(), leaveOutBad: false };
  return () => planBatch(person.operator, go);
};

/** The same scenes and codes and nothing else, the fastest way PostgreSQL has. */
const copy: Contender = async (databaseUrl, rowCount) => {
  const { scenes, codes } = await readPlanned(databaseUrl, rowCount);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  return async () => {
    await client.query("BEGIN");
    await copyRows(client, "scenes", scenes);
    await copyRows(client, "codes", codes);
    await client.query("COMMIT");
  };
};

/** The same scenes and codes and nothing else, as Prisma's manual has it. */
const createMany: Contender = async (databaseUrl, rowCount) => {
  const { runtime, miniProgramId } = await openBenchPerson(databaseUrl);
  const { db } = runtime;
  const numbers = Array.from({ length: rowCount }, (_, index) => index + 1);
  const scenes: Prisma.SceneCreateManyInput[] = numbers.map((row) => ({
    miniProgramId,
    value: `shop-${row}`,
    page: "pages/index/index",
    payload: { shop: String(row), name: `门店 ${row}` },
  }));
  const codes: Prisma.CodeCreateManyInput[] = numbers.map((row) => ({
    miniProgramId,
    kind: "WXACODE_UNLIMITED",
    label: `门店 ${row} 桌贴`,
    target: "pages/index/index",
    scene: `shop-${row}`,
    width: 430,
    tags: ["桌贴"],
    identity: String(row).padStart(64, "0"),
    createdBy: "Chen Wei",
  }));
  return async () => {
    for (let first = 0; first < rowCount; first += CHUNK_ROWS) {
      await db.scene.createMany({ data: scenes.slice(first, first + CHUNK_ROWS) });
      await db.code.createMany({ data: codes.slice(first, first + CHUNK_ROWS) });
    }
  };
};

export const CONTENDERS: Record<string, Contender | undefined> = { plan, copy, createMany };

function checkShops({ operator, miniProgramId }: BenchPerson, rowCount: number) {
  const carries = {
    as: "payload",
    fields: [
      { name: "shop", column: "店号" },
      { name: "name", column: "店名" },
    ],
  } as const;
  const input = unlimitedBatch(miniProgramId, shops(rowCount), {
    carries: { ...carries, fields: [...carries.fields] },
  });
  return checked(operator, input);
}

/** The rows planning writes, as COPY takes them, out of a database that is rolled back to where it was. */
async function readPlanned(databaseUrl: string, rowCount: number) {
  const person = await openBenchPerson(databaseUrl);
  const { draftId } = await checkShops(person, rowCount);
  const go = { draftId, requestKey: randomUUID(), leaveOutBad: false };
  await planBatch(person.operator, go);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const scenes = await textOf(client, "SELECT * FROM scenes ORDER BY value");
  const codes = await textOf(client, "SELECT * FROM codes ORDER BY batch_row");
  for (const table of ["codes", "scenes"]) await client.query(`DELETE FROM ${table}`);
  for (const table of ["codes", "scenes"]) await client.query(`VACUUM FULL ${table}`);
  // Looked at while it is filled, a table passes for empty and foreign keys are looked up along the wrong index.
  for (const table of ["codes", "scenes"]) {
    await client.query(`ALTER TABLE ${table} SET (autovacuum_enabled = false)`);
  }
  await client.end();
  await person.runtime.close();
  return { scenes, codes };
}

/** Lines of COPY's text format. */
async function textOf(client: pg.Client, query: string): Promise<string[]> {
  const stream = client.query(copyTo(`COPY (${query}) TO STDOUT`));
  const chunks: string[] = [];
  for await (const chunk of stream) chunks.push(String(chunk as Buffer));
  return chunks;
}

async function copyRows(client: pg.Client, table: string, lines: readonly string[]): Promise<void> {
  await pipeline(Readable.from(lines), client.query(copyFrom(`COPY ${table} FROM STDIN`)));
}
