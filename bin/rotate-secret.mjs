/**
 * `npm run rotate-secret`: changes the secret that everything in the database is encrypted under, while the desk is stopped.
 * The new one is MINTDESK_NEW_SECRET, else drawn and kept in the data folder like the old one.
 */
import { bootstrap } from "./bootstrap/bootstrap.mjs";
import { handOver } from "./bootstrap/hand-over.mjs";
import { inRoot, NODE } from "./bootstrap/paths.mjs";
import { describeError } from "./bootstrap/plain-error.mjs";
import { toolEnv } from "./bootstrap/tool-env.mjs";

try {
  await bootstrap({ build: false });
  const program = ["--import", "tsx", inRoot("bin", "rotation", "main.ts")];
  process.exitCode = await handOver(
    NODE,
    [...program, ...process.argv.slice(2)],
    toolEnv(process.env),
  );
} catch (error) {
  process.stderr.write(`${describeError(error)}\n`);
  process.exitCode = 1;
}
