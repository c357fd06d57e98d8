/**
 * `npm run verify-audit`: checks the log of the desk on this machine, or of DATABASE_URL.
 * `npm run verify-audit -- proof.json`: checks a proof or an export, without desk, database or network.
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { bootstrap } from "./bootstrap/bootstrap.mjs";
import { completeEnv } from "./bootstrap/complete-env.mjs";
import { handOver } from "./bootstrap/hand-over.mjs";
import { inRoot, NODE } from "./bootstrap/paths.mjs";
import { describeError, PlainError } from "./bootstrap/plain-error.mjs";
import { toolEnv } from "./bootstrap/tool-env.mjs";

/** @param {string[]} args */
function readArgs(args) {
  try {
    const options = { key: { type: /** @type {const} */ ("string") } };
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new PlainError("These arguments mean nothing here.", {
      cause: error instanceof Error ? error.message : String(error),
      fix: "run for instance `npm run verify-audit -- proof.json --key <key id>`.",
    });
  }
}

/** As seen from where npm was called. @param {string} file */
function fromHere(file) {
  return resolve(process.env.INIT_CWD ?? ".", file);
}

/** @param {string[]} args */
async function main(args) {
  const { values, positionals } = readArgs(args);
  const files = positionals.map(fromHere);
  const key = values.key === undefined ? [] : [`--key=${keyOf(values.key)}`];
  const env = files.length > 0 ? process.env : await completeEnv(process.env, false);
  if (files.length === 0 && !env.DATABASE_URL) {
    throw new PlainError("There is no log to check.", {
      cause: "DATABASE_URL is not set, and no desk has been started on this machine.",
      fix: "set DATABASE_URL, start the desk with `npm start`, or name a file to check.",
    });
  }
  await bootstrap({ build: false });
  const program = inRoot("lib", "audit", "proof", "main.ts");
  const command = ["--import", "tsx", program, ...key, "--", ...files];
  return handOver(NODE, command, toolEnv(env));
}

/** A key id or a key stays what it is; anything else is a file. @param {string} key */
function keyOf(key) {
  return /^[0-9a-fA-F]{16}$/.test(key) || /^[A-Za-z0-9_-]{40,}$/.test(key) ? key : fromHere(key);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${describeError(error)}\n`);
  process.exitCode = 2;
}
