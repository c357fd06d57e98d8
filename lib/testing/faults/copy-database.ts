import { databaseUrl, runOnServer } from "@/lib/testing/template-database";

/**
 * Makes `name` a copy of a database, as a dump restored would be, and gives its address. Who was connected
 * to either has to connect again.
 */
export async function copyDatabase(fromUrl: string, name: string): Promise<string> {
  const from = new URL(fromUrl).pathname.slice(1);
  const server = databaseUrl(fromUrl, "postgres");
  await runOnServer(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  await runOnServer(
    server,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${from}'`,
  );
  await runOnServer(server, `CREATE DATABASE "${name}" TEMPLATE "${from}"`);
  return databaseUrl(fromUrl, name);
}
