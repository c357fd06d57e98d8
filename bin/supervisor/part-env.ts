import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Config } from "./read-config";
import { readOrCreate } from "./read-or-create";

/** What the parts find in their environment: everything of ours, completed. */
export async function partEnv(
  env: NodeJS.ProcessEnv,
  config: Config,
  dataDir: string,
  databaseUrl: string,
): Promise<NodeJS.ProcessEnv> {
  const secret =
    env.MINTDESK_SECRET ||
    (await readOrCreate(join(dataDir, "secret"), () => randomBytes(32).toString("base64")));
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
