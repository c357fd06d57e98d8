/** Runs everything on one data folder, once installed and built: `node --import tsx bin/supervise.ts [--dev]`. */
import { describeError } from "./bootstrap/plain-error.mjs";
import { preparePostgres } from "./postgres/prepare-postgres";
import { createVoice, type Voice } from "./supervisor/voice";
import { formatBlock } from "./supervisor/format-block";
import { listParts } from "./supervisor/list-parts";
import { partEnv } from "./supervisor/part-env";
import { readAccount } from "./supervisor/read-account";
import { type Config, readConfig } from "./supervisor/read-config";
import { runScript } from "./supervisor/run-script";
import { type Ground, type Plan, supervise } from "./supervisor/supervise";

const environment = process.env;

function describePlan(config: Config, voice: Voice): Plan {
  return {
    dataDir: config.dataDir,
    address: config.address,
    ports: [
      { port: config.port, setting: "PORT" },
      { port: config.gatePort, setting: "GATE_PORT" },
      ...(config.sandboxPort === null
        ? []
        : [{ port: config.sandboxPort, setting: "SANDBOX_PORT" }]),
    ],
    postgres: config.databaseUrl === null ? preparePostgres : null,
    prepare: (ground, signal) => prepare(config, voice, ground, signal),
  };
}

async function prepare(config: Config, voice: Voice, ground: Ground, signal: AbortSignal) {
  const { dataDir, postgres } = ground;
  const databaseUrl = postgres?.databaseUrl ?? config.databaseUrl ?? "";
  const env = await partEnv(environment, config, dataDir, databaseUrl);
  const migrated = await runScript(
    { title: "The migration", path: "prisma/migrate.ts", env },
    signal,
  );
  for (const line of migrated) voice.part("migrate", line);
  const seeded = await runScript(
    { title: "The first set-up", path: "prisma/seed.ts", env },
    signal,
  );
  const announcement = formatBlock({
    address: config.address,
    gate: config.gateAddress,
    account: readAccount(seeded),
    dataDir,
    database: postgres?.cluster ?? "the one DATABASE_URL names",
    sandbox: env.SANDBOX_URL ?? null,
  });
  return { parts: listParts(config, env), announcement };
}

function write(text: string): void {
  process.stdout.write(text);
}

async function main(): Promise<number> {
  // A terminal that was closed must not end us before the parts are ended.
  process.stdout.on("error", () => {});
  process.stderr.on("error", () => {});
  try {
    const voice = createVoice(write, process.stdout.isTTY);
    return await supervise(
      describePlan(readConfig(environment, process.argv.slice(2)), voice),
      voice,
    );
  } catch (error) {
    write(`${describeError(error)}\n`);
    return 1;
  }
}

process.exit(await main());
