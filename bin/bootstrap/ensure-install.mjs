import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { findNpm } from "./find-npm.mjs";
import { hashSources } from "./hash-sources.mjs";
import { isInstalled } from "./is-installed.mjs";
import { lacksOnlyForeign } from "./lacks-only-foreign.mjs";
import { inRoot, NODE, ROOT } from "./paths.mjs";
import { PlainError } from "./plain-error.mjs";
import { runQuietly } from "./run-quietly.mjs";
import { showStep } from "./show-step.mjs";
import { readStamp, writeStamp } from "./stamps.mjs";

const STAMP = inRoot("node_modules", ".mintdesk-lock");

/** Makes node_modules what package-lock.json says; does nothing when it already is. */
export async function ensureInstall() {
  const wanted = await hashSources(ROOT, ["package-lock.json"]);
  if (existsSync(NODE)) {
    if ((await readStamp(STAMP)) === wanted) return;
    if (await isInstalled(ROOT)) return writeStamp(STAMP, wanted);
  }
  await showStep("Installing packages (a few minutes the first time)", install);
  await writeStamp(STAMP, wanted);
}

async function install() {
  const { code, output } = await runNpm();
  if (code !== 0) {
    const relevant = output.replaceAll(USAGE, "\n").replaceAll(ENGINE_WARNING, "");
    throw new PlainError("The packages could not be installed.", {
      ...explain(output),
      output: relevant,
    });
  }
  const node = await runQuietly(NODE, ["--version"]);
  if (node.code === 0) return;
  throw new PlainError("The packages were installed without their Node 24.", {
    cause: `${NODE} does not run. npm may have been told to skip install scripts (ignore-scripts).`,
    fix: "run `npm ci --ignore-scripts=false` in this folder, then start again.",
    output: node.output,
  });
}

async function runNpm() {
  const npm = findNpm();
  const flags = ["--include=dev", "--no-audit", "--no-fund"];
  const strict = await runQuietly(npm.command, [...npm.args, "ci", ...flags]);
  if (strict.code === 0) return strict;
  const lockfile = await readFile(inRoot("package-lock.json"), "utf8");
  if (!lacksOnlyForeign(strict.output, lockfile)) return strict;
  return runQuietly(npm.command, [...npm.args, "install", "--no-save", ...flags]);
}

/**
 * @param {string} output what npm printed
 * @returns {{ cause: string, fix: string }}
 */
export function explain(output) {
  const known = KNOWN_FAILURES.find(({ pattern }) => pattern.test(output));
  return (
    known ?? { cause: "npm failed; its output is above.", fix: "mend that, then start again." }
  );
}

// Neither npm's own manual nor its wishes for the Node that only installs help anybody here.
const USAGE =
  /npm error Clean install a project[\s\S]*npm error Run "npm help ci" for more info\n/g;
const ENGINE_WARNING = /npm warn EBADENGINE.*\n/g;

const KNOWN_FAILURES = [
  {
    pattern: /ENOSPC/,
    cause: "the disk is full.",
    fix: "free about 2 GB, then start again.",
  },
  {
    pattern: /EACCES|EPERM|EROFS/,
    cause: "this folder, or npm's cache, may not be written by this user.",
    fix: "start as the user who owns both, or give the folder to this one.",
  },
  {
    pattern: /EUSAGE|can only install packages when/,
    cause: "package.json and package-lock.json do not agree.",
    fix: "run `npm install` and keep the changed package-lock.json.",
  },
  {
    pattern: /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ERR_SOCKET_TIMEOUT/,
    cause: "the package registry could not be reached.",
    fix: "check the network, the proxy and `npm config get registry`, then start again.",
  },
  {
    pattern: /spawn npm ENOENT/,
    cause: "npm was not found.",
    fix: "install Node 20.9 or newer together with its npm.",
  },
];
