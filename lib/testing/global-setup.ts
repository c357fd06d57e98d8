import type { TestProject } from "vitest/node";
import { migrate } from "@/prisma/migrate";
import { databaseUrl, runOnServer } from "@/lib/testing/template-database";

/** Migrates one template database; every test file clones it. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const serverUrl = process.env.TEST_DATABASE_URL;
  if (!serverUrl) {
    throw new Error(
      "TEST_DATABASE_URL is missing: run `npm test -- unit`, which starts a PostgreSQL for the tests, " +
        "or name a server whose user may create databases.",
    );
  }
  const templateName = `mintdesk_template_${process.pid}`;
  await runOnServer(serverUrl, `DROP DATABASE IF EXISTS "${templateName}" WITH (FORCE)`);
  await runOnServer(
    serverUrl,
    `CREATE DATABASE "${templateName}" TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'`,
  );
  await migrate(databaseUrl(serverUrl, templateName), () => undefined);
  project.provide("templateDatabase", { serverUrl, templateName });
  return () => runOnServer(serverUrl, `DROP DATABASE IF EXISTS "${templateName}" WITH (FORCE)`);
}
