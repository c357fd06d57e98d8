/** Changes the secret everything is encrypted under, once installed: `node --import tsx bin/rotation/main.ts`. */
import { parseEnv } from "@/lib/env";
import { describeError } from "../bootstrap/plain-error.mjs";
import { preparePostgres } from "../postgres/prepare-postgres";
import { claimInstance } from "../supervisor/claim-instance";
import { ensureDataDir } from "../supervisor/ensure-data-dir";
import { readConfig } from "../supervisor/read-config";
import { runPart } from "../supervisor/run-part";
import { createVoice } from "../supervisor/voice";
import { chooseSecrets } from "./choose-secrets";
import { resealDesk } from "./reseal-desk";

const environment = process.env;

function say(text: string): void {
  process.stdout.write(text);
}

async function main(): Promise<void> {
  const config = readConfig(environment, process.argv.slice(2));
  const dataDir = await ensureDataDir(config.dataDir);
  const address = "no address: it changes the secret";
  const release = await claimInstance(dataDir, { pid: process.pid, address });
  const postgres = config.databaseUrl === null ? await preparePostgres(dataDir) : null;
  const server = postgres && runPart(postgres.part, createVoice(say, process.stdout.isTTY));
  try {
    await server?.ready;
    const { oldSecret, newSecret, finish } = await chooseSecrets(environment, dataDir);
    const env = parseEnv({
      ...environment,
      NODE_ENV: "production",
      DATABASE_URL: postgres?.databaseUrl ?? config.databaseUrl ?? "",
      MINTDESK_DATA_DIR: dataDir,
      MINTDESK_SECRET: newSecret,
      LOG_LEVEL: "fatal",
    });
    const count = await resealDesk(env, oldSecret);
    say(`${count} secrets were sealed anew, and all of them open.\n${await finish()}\n`);
    say("Everybody has to sign in again.\n");
  } finally {
    await server?.stop();
    await release();
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${describeError(error)}\n`);
  process.exitCode = 1;
}
