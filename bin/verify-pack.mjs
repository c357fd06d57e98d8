/** `npm run verify-pack -- spring.zip`: checks a pack that was downloaded, without desk, database or network. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { bootstrap } from "./bootstrap/bootstrap.mjs";
import { handOver } from "./bootstrap/hand-over.mjs";
import { inRoot, NODE } from "./bootstrap/paths.mjs";
import { describeError, PlainError } from "./bootstrap/plain-error.mjs";
import { toolEnv } from "./bootstrap/tool-env.mjs";

/** @param {string[]} args */
function readArgs(args) {
  try {
    const options = { hash: { type: /** @type {const} */ ("string") } };
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new PlainError("These arguments mean nothing here.", {
      cause: error instanceof Error ? error.message : String(error),
      fix: "run for instance `npm run verify-pack -- spring.zip --hash <SHA-256>`.",
    });
  }
}

/** A file is named as seen from where npm was called. @param {string[]} args */
async function main(args) {
  const { values, positionals } = readArgs(args);
  const files = positionals.map((file) => resolve(process.env.INIT_CWD ?? ".", file));
  const hash = values.hash === undefined ? [] : [`--hash=${values.hash}`];
  await bootstrap({ build: false });
  const program = inRoot("lib", "packs", "verify", "main.ts");
  const command = ["--import", "tsx", program, ...hash, "--", ...files];
  return handOver(NODE, command, toolEnv(process.env));
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${describeError(error)}\n`);
  process.exitCode = 2;
}
