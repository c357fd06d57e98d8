/**
 * Prints the SQL that leads to prisma/schema.prisma, to be saved as the next migration:
 *
 *   tsx prisma/diff.ts --from-empty       everything, needs no database
 *   tsx prisma/diff.ts <database url>     what a migrated database lacks (default: DATABASE_URL)
 *
 * What Prisma cannot express (CHECKs, triggers, operator-class indexes) is written into the migration by hand.
 */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { NO_FILTERS, withSchemaEngine } from "./with-schema-engine";

const SCHEMA_PATH = fileURLToPath(new URL("schema.prisma", import.meta.url));

/**
 * SQL that changes the live database (or an empty one, for `null`) into what schema.prisma describes.
 * Comments only, or nothing, when there is no difference.
 */
export async function diff(databaseUrl: string | null): Promise<string> {
  const content = await readFile(SCHEMA_PATH, "utf8");
  const files = [{ path: SCHEMA_PATH, content }];
  const result = await withSchemaEngine(databaseUrl, (engine) =>
    engine.diff({
      from:
        databaseUrl === null
          ? { tag: "empty" }
          : { tag: "schemaDatasource", files, configDir: process.cwd() },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: NO_FILTERS,
    }),
  );
  return result.stdout ?? "";
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = process.argv[2] ?? process.env.DATABASE_URL;
  if (!target) {
    process.stderr.write("Name a migrated database: tsx prisma/diff.ts <url>, or --from-empty.\n");
    process.exit(1);
  }
  process.stdout.write(await diff(target === "--from-empty" ? null : target));
}
