import type { TestProject } from "vitest/node";
import { openPostgresServer } from "@/lib/testing/faults/postgres-server";
import { databaseUrl, runOnServer } from "@/lib/testing/template-database";
import { migrate } from "@/prisma/migrate";

const TEMPLATE = "mintdesk_template";

/** A server with room for many processes, and one migrated database that every run clones. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await openPostgresServer();
  await runOnServer(server.url, `CREATE DATABASE ${TEMPLATE}`);
  await migrate(databaseUrl(server.url, TEMPLATE), () => undefined);
  project.provide("templateDatabase", { serverUrl: server.url, templateName: TEMPLATE });
  return () => server.close();
}
