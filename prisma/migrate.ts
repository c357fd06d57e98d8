/**
 * Brings a database to the state prisma/migrations describes. As a script: tsx prisma/migrate.ts [database url],
 * by default DATABASE_URL. Running it again, or several at once, is safe.
 */
import { fileURLToPath } from "node:url";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { Client } from "pg";
import { listMigrations } from "./list-migrations";
import { NO_FILTERS, withSchemaEngine } from "./with-schema-engine";

const MIGRATIONS_DIR = fileURLToPath(new URL("migrations", import.meta.url));

// Any number, as long as nothing else in this database locks it.
const MIGRATION_LOCK = 4_207_315_001;

/**
 * Applies what is missing and returns the names applied. One migrator works at a time; the others wait.
 * A migration that was cut off by a crash is tried again: each script is one implicit transaction.
 */
export async function migrate(
  databaseUrl: string,
  log: (line: string) => void,
  migrationsDir = MIGRATIONS_DIR,
): Promise<string[]> {
  const migrationsList = await listMigrations(migrationsDir);
  const lock = new Client({ connectionString: databaseUrl });
  await lock.connect();
  try {
    await lock.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const { appliedMigrationNames } = await withSchemaEngine(databaseUrl, async (engine) => {
      await recoverFromCrash(engine, migrationsList, log);
      return engine.applyMigrations({ migrationsList, filters: NO_FILTERS });
    });
    for (const name of appliedMigrationNames) log(`applied ${name}`);
    return appliedMigrationNames;
  } finally {
    await lock.end();
  }
}

async function recoverFromCrash(
  engine: SchemaEngine,
  migrationsList: MigrationList,
  log: (line: string) => void,
): Promise<void> {
  const found = await engine.diagnoseMigrationHistory({
    migrationsList,
    optInToShadowDatabase: false,
    filters: NO_FILTERS,
  });
  for (const name of found.editedMigrationNames) {
    log(`${name} was edited after it had been applied; changes belong into a new migration`);
  }
  for (const migrationName of found.failedMigrationNames) {
    log(`${migrationName} did not finish last time, trying it again`);
    await engine.markMigrationRolledBack({ migrationName });
  }
}

async function main(): Promise<void> {
  const databaseUrl = process.argv[2] ?? process.env.DATABASE_URL;
  if (!databaseUrl) throw new Error("Set DATABASE_URL, or pass the database's address.");
  const applied = await migrate(databaseUrl, (line) => process.stdout.write(`${line}\n`));
  if (applied.length === 0) process.stdout.write("nothing to migrate\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main();
  } catch (error) {
    const message = error instanceof Error ? error.message || String(error) : String(error);
    process.stderr.write(`The database could not be migrated: ${message}\n`);
    process.exitCode = 1;
  }
}
