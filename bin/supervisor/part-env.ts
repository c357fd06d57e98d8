import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { PlainError } from "../bootstrap/plain-error.mjs";
import type { Config } from "./read-config";
import { readOrCreate } from "./read-or-create";

/** What the parts find in their environment: everything of ours, completed. */
export async function partEnv(
  env: NodeJS.ProcessEnv,
  config: Config,
  dataDir: string,
  databaseUrl: string,
): Promise<NodeJS.ProcessEnv> {
  const secret = env.MINTDESK_SECRET || (await keptSecret(dataDir));
  return {
    ...env,
    NODE_ENV: config.isDev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(config.port),
    GATE_PORT: String(config.gatePort),
    DATABASE_URL: databaseUrl,
    MINTDESK_URL: config.address,
    MINTDESK_GATE_URL: config.gateAddress,
    MINTDESK_DATA_DIR: dataDir,
    MINTDESK_SECRET: secret,
    ...(config.sandboxPort === null
      ? { MINTDESK_SANDBOX: "off" }
      : {
          MINTDESK_SANDBOX: "on",
          SANDBOX_PORT: String(config.sandboxPort),
          SANDBOX_URL: `http://127.0.0.1:${config.sandboxPort}`,
        }),
  };
}

async function keptSecret(dataDir: string): Promise<string> {
  const next = join(dataDir, "secret.next");
  if (existsSync(next)) {
    throw new PlainError("A change of the secret broke off.", {
      cause: `${next} is there, and a part of the data may lie under it already.`,
      fix: "run `npm run rotate-secret` once more, which carries on, then start again.",
    });
  }
  return readOrCreate(join(dataDir, "secret"), () => randomBytes(32).toString("base64"));
}
