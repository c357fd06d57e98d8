import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { cloneDatabase, databaseUrl, runOnServer } from "@/lib/testing/template-database";
import { diff } from "./diff";
import { migrate } from "./migrate";

const FUNCTION_WITH_SEMICOLONS = `
CREATE TABLE entry (id int);
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'append; only';
END;
$$;
CREATE TRIGGER entry_append_only BEFORE DELETE ON entry FOR EACH ROW EXECUTE FUNCTION refuse();
`;

let url = "";
let folder = "";
let lines: string[] = [];
const log = (line: string) => void lines.push(line);

async function write(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, "migration.sql"), sql);
}

async function query(sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("migrate", () => {
  beforeEach(async () => {
    const { serverUrl } = inject("templateDatabase");
    const name = `migrate_${randomUUID().replaceAll("-", "")}`;
    await runOnServer(serverUrl, `CREATE DATABASE "${name}"`);
    url = databaseUrl(serverUrl, name);
    folder = await mkdtemp(join(tmpdir(), "migrations-"));
    await writeFile(join(folder, "migration_lock.toml"), 'provider = "postgresql"\n');
    lines = [];
  });

  afterEach(async () => {
    const { serverUrl } = inject("templateDatabase");
    await runOnServer(serverUrl, `DROP DATABASE "${new URL(url).pathname.slice(1)}" WITH (FORCE)`);
    await rm(folder, { recursive: true, force: true });
  });

  it("applies each migration once, function bodies included", async () => {
    await write("1_entry", FUNCTION_WITH_SEMICOLONS);
    expect(await migrate(url, log, folder)).toEqual(["1_entry"]);
    expect(await migrate(url, log, folder)).toEqual([]);
    await query("INSERT INTO entry VALUES (1)");
    await expect(query("DELETE FROM entry")).rejects.toThrow("append; only");
  });

  it("lets several at once apply it once", async () => {
    await write("1_slow", "CREATE TABLE slow (id int); SELECT pg_sleep(0.3);");
    const applied = await Promise.all([1, 2, 3].map(() => migrate(url, log, folder)));
    expect(applied.flat()).toEqual(["1_slow"]);
  });

  it("leaves nothing of a migration that fails, and tries it again", async () => {
    await write("1_half", "CREATE TABLE half (id int); CREATE TABLE half (id int);");
    await expect(migrate(url, log, folder)).rejects.toThrow('relation "half" already exists');
    expect(await query("SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
    await write("1_half", "CREATE TABLE half (id int);");
    expect(await migrate(url, log, folder)).toEqual(["1_half"]);
    expect(lines).toContain("1_half did not finish last time, trying it again");
  });
});

describe("the migrations of Mintdesk", () => {
  it("lead to exactly what schema.prisma describes", async () => {
    const database = await cloneDatabase();
    try {
      expect((await diff(database.url)).trim()).toMatch(/^(-- This is an empty migration\.)?$/);
    } finally {
      await database.drop();
    }
  });
});
