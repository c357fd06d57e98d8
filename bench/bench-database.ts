import { randomUUID } from "node:crypto";
import pg from "pg";
import { migrate } from "@/prisma/migrate";

export interface BenchDatabase {
  url: string;
  /** Another one with the same content; nobody may be connected to this one meanwhile. */
  copy(): Promise<BenchDatabase>;
  drop(): Promise<void>;
}

/** A migrated, empty database of its own on the server at this address. */
export async function createBenchDatabase(serverUrl: string): Promise<BenchDatabase> {
  const database = await create(
    serverUrl,
    "template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'",
  );
  await migrate(database.url, () => undefined);
  return database;
}

async function create(serverUrl: string, template: string): Promise<BenchDatabase> {
  const name = `bench_${randomUUID().replaceAll("-", "")}`;
  await runOnServer(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.toString(),
    copy: () => create(serverUrl, name),
    drop: () => runOnServer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** One statement, outside of every bench's database. */
export async function runOnServer(serverUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
