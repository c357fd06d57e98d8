/**
 * Runs an embedded PostgreSQL for tests: tsx bin/postgres/serve.ts <data folder>.
 * Sends the superuser's address to its parent when ready; ends, database included, when the parent lets go.
 */
import { describeError } from "../bootstrap/plain-error.mjs";
import { createVoice } from "../supervisor/voice";
import { runPart } from "../supervisor/run-part";
import { preparePostgres } from "./prepare-postgres";

async function main(): Promise<void> {
  const [dataDir = ""] = process.argv.slice(2);
  const letGo = new Promise<void>((resolve) => {
    process.once("disconnect", resolve);
    process.on("SIGTERM", () => resolve());
    // Ctrl-C goes to the parent, which lets go when its tests have ended.
    process.on("SIGINT", () => {});
  });
  const postgres = await preparePostgres(dataDir, { throwaway: true });
  const voice = createVoice((text) => process.stderr.write(text), process.stderr.isTTY);
  const running = runPart(postgres.part, voice);
  try {
    await running.ready;
    process.send?.(postgres.maintenanceUrl);
    await letGo;
  } finally {
    await running.stop();
  }
}

try {
  await main();
  process.exit(0);
} catch (error) {
  process.stderr.write(`${describeError(error)}\n`);
  process.exit(1);
}
