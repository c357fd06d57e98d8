/**
 * The whole desk for the browser tests: a throwaway PostgreSQL, then everything `npm start`
 * starts, on ports and a data folder of its own. The address of the database is left in that
 * folder, so that tests can add people.
 */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { withTestDatabase } from "../bin/check/with-test-database.mjs";

const dataDir = process.env.E2E_DATA_DIR ?? "";
const secret = randomBytes(32).toString("base64");

await withTestDatabase(async (serverUrl) => {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query("CREATE DATABASE mintdesk_e2e");
  await client.end();
  const url = new URL(serverUrl);
  url.pathname = "/mintdesk_e2e";
  const env = {
    ...process.env,
    DATABASE_URL: url.toString(),
    PORT: process.env.E2E_PORT,
    GATE_PORT: process.env.E2E_GATE_PORT,
    SANDBOX_PORT: process.env.E2E_SANDBOX_PORT,
    MINTDESK_DATA_DIR: dataDir,
    MINTDESK_SECRET: secret,
    WECHAT_TIMEOUT_MS: "2000",
    MINTDESK_TOKEN_SERVER_HOSTS: "127.0.0.1",
  };
  await mkdir(dataDir, { recursive: true });
  const { DATABASE_URL, GATE_PORT, SANDBOX_PORT, MINTDESK_DATA_DIR, MINTDESK_SECRET } = env;
  const shared = { DATABASE_URL, GATE_PORT, SANDBOX_PORT, MINTDESK_DATA_DIR, MINTDESK_SECRET };
  await writeFile(path.join(dataDir, "e2e.json"), JSON.stringify(shared), { mode: 0o600 });
  const desk = spawn(process.execPath, ["--import", "tsx", "bin/supervise.ts"], {
    env,
    stdio: "inherit",
  });
  const ended = new Promise((resolve) => desk.once("exit", resolve));
  for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => desk.kill("SIGTERM"));
  await ended;
});
