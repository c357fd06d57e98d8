/** `npm run mintdesk -- codes list`: the command line, which speaks to the API of any Mintdesk. */
import { bootstrap } from "./bootstrap/bootstrap.mjs";
import { handOver } from "./bootstrap/hand-over.mjs";
import { inRoot, NODE } from "./bootstrap/paths.mjs";
import { describeError } from "./bootstrap/plain-error.mjs";
import { toolEnv } from "./bootstrap/tool-env.mjs";

/** Standard output belongs to answers, so what the installation says goes to the other one. */
async function prepare() {
  const write = process.stdout.write;
  process.stdout.write = process.stderr.write.bind(process.stderr);
  try {
    await bootstrap({ build: false });
  } finally {
    process.stdout.write = write;
  }
}

/** Files are named as seen from where npm was called. @param {string[]} args */
async function main(args) {
  await prepare();
  const command = ["--import", "tsx", inRoot("bin", "mintdesk", "main.ts"), ...args];
  const env = { ...toolEnv(process.env), INIT_CWD: process.env.INIT_CWD ?? process.cwd() };
  return handOver(NODE, command, env);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${describeError(error)}\n`);
  process.exitCode = 1;
}
