/**
 * `npm run web|worker|gate|sandbox|migrate`: one part alone, for several machines on one PostgreSQL and one object store.
 * Add --dev for hot reload; further arguments go to the part.
 */
import { bootstrap } from "./bootstrap/bootstrap.mjs";
import { completeEnv } from "./bootstrap/complete-env.mjs";
import { handOver } from "./bootstrap/hand-over.mjs";
import { inRoot, NODE } from "./bootstrap/paths.mjs";
import { describeError, PlainError } from "./bootstrap/plain-error.mjs";
import { toolEnv } from "./bootstrap/tool-env.mjs";
import { STREAMING_FLAGS } from "./streaming-flags.mjs";

/** @type {Record<string, (isDev: boolean) => string[]>} */
const PROGRAMS = {
  web: (isDev) => [...STREAMING_FLAGS, inRoot("bin", "web.mjs"), ...(isDev ? ["--dev"] : [])],
  worker: () => ["--import", "tsx", inRoot("lib", "worker", "main.ts")],
  gate: () => [...STREAMING_FLAGS, "--import", "tsx", inRoot("lib", "gate", "main.ts")],
  sandbox: () => ["--import", "tsx", inRoot("lib", "sandbox", "main.ts")],
  migrate: () => ["--import", "tsx", inRoot("prisma", "migrate.ts")],
};

/** @param {string[]} args */
async function main([name = "", ...args]) {
  const program = PROGRAMS[name];
  if (program === undefined) {
    throw new PlainError(`There is no part called "${name}".`, {
      cause: "a part's name has to come first.",
      fix: `use one of: ${Object.keys(PROGRAMS).join(", ")}.`,
    });
  }
  const isDev = args.includes("--dev");
  await bootstrap({ build: name === "web" && !isDev });
  const env = await completeEnv(process.env, isDev);
  const rest = args.filter((arg) => arg !== "--dev" && arg !== "--");
  const isPortNeeded = name === "sandbox" && !rest.includes("--port") && env.SANDBOX_PORT;
  if (isPortNeeded) rest.push("--port", String(env.SANDBOX_PORT));
  const exitWithParent = new URL("exit-with-parent.mjs", import.meta.url).href;
  const command = ["--import", exitWithParent, ...program(isDev), ...rest];
  return handOver(NODE, command, toolEnv(env));
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${describeError(error)}\n`);
  process.exitCode = 1;
}
