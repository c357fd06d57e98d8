/**
 * `npm start` (and `npm run dev`, with --dev): prepares a fresh clone, then runs everything.
 * Only Node's own modules here and in bootstrap/: nothing may be installed yet.
 */
import { bootstrap } from "./bootstrap/bootstrap.mjs";
import { handOver } from "./bootstrap/hand-over.mjs";
import { inRoot, NODE } from "./bootstrap/paths.mjs";
import { describeError } from "./bootstrap/plain-error.mjs";
import { toolEnv } from "./bootstrap/tool-env.mjs";

const args = process.argv.slice(2);

try {
  await bootstrap({ build: !args.includes("--dev") });
  const supervisor = ["--import", "tsx", inRoot("bin", "supervise.ts"), ...args];
  process.exitCode = await handOver(NODE, supervisor, toolEnv(process.env));
} catch (error) {
  process.stderr.write(`${describeError(error)}\n`);
  process.exitCode = 1;
}
