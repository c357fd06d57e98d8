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
import { startIdentityProvider } from "../lib/testing/identity-provider.mjs";

const dataDir = process.env.E2E_DATA_DIR ?? "";
const secret = randomBytes(32).toString("base64");
const deskUrl = `http://localhost:${process.env.E2E_PORT}`;
const deskClient = { clientId: "mintdesk", clientSecret: randomBytes(16).toString("base64url") };
const provider = await startIdentityProvider({
  ...deskClient,
  redirectUri: `${deskUrl}/api/auth/callback/oidc`,
});

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
    MINTDESK_WEBHOOK_HOSTS: "127.0.0.1",
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: deskClient.clientId,
    OIDC_CLIENT_SECRET: deskClient.clientSecret,
    OIDC_NAME: "Company account",
    OIDC_ROLE_CLAIM: "realm_access.roles",
    OIDC_ROLES: "admin=desk-admins,operator=desk-ops,marketing=desk-readers",
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
await provider.close();
