import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type {
  MigrationDirectory,
  MigrationList,
} from "@prisma/schema-engine-wasm/schema_engine_bg";

const LOCKFILE = "migration_lock.toml";
const SCRIPT = "migration.sql";

/** Reads the migrations of a folder, oldest first, in the shape the schema engine asks for. */
export async function listMigrations(baseDir: string): Promise<MigrationList> {
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return {
    baseDir,
    lockfile: { path: LOCKFILE, content: await readIfThere(join(baseDir, LOCKFILE)) },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.toSorted().map((name) => readMigration(baseDir, name)),
    ),
  };
}

async function readMigration(baseDir: string, name: string): Promise<MigrationDirectory> {
  const value = await readFile(join(baseDir, name, SCRIPT), "utf8");
  return { path: name, migrationFile: { path: SCRIPT, content: { tag: "ok", value } } };
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
