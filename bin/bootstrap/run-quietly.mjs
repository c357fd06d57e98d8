import { spawn } from "node:child_process";
import { ROOT } from "./paths.mjs";

/** More than this is not read by anyone. */
const KEPT_CHARACTERS = 200_000;

/**
 * Runs a program to its end and keeps what it printed. Never rejects: a program that cannot be started
 * ends with code -1.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, cwd?: string, timeoutMs?: number, uid?: number, gid?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runQuietly(command, args, options = {}) {
  const { env = process.env, cwd = ROOT, timeoutMs, uid, gid } = options;
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(command, args, {
      cwd,
      env: /** @type {NodeJS.ProcessEnv} */ (env),
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
      ...(uid === undefined ? {} : { uid }),
      ...(gid === undefined ? {} : { gid }),
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (text) => {
        output = (output + text).slice(-KEPT_CHARACTERS);
      });
    }
    child.on("error", (error) => resolve({ code: -1, output: `${output}${error.message}` }));
    child.on("close", (code) => resolve({ code: code ?? -1, output }));
  });
}
