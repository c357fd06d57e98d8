import { spawn } from "node:child_process";
import { inRoot, NODE, ROOT } from "../bootstrap/paths.mjs";
import { toolEnv } from "../bootstrap/tool-env.mjs";

/** What came of a step. */
/** @typedef {{ passed: number, failed: number, names?: string[] }} Outcome `names` of what failed */

/**
 * Runs a tool of the project under Node 24 with its output shown.
 * @param {string[]} script path below node_modules, then arguments
 * @param {Record<string, string>} [env] added to ours
 * @returns {Promise<boolean>} whether it succeeded
 */
export function runShown([script = "", ...args], env = {}) {
  return new Promise((resolve) => {
    const child = spawn(NODE, [inRoot("node_modules", script), ...args], {
      cwd: ROOT,
      env: toolEnv({ ...process.env, ...env }),
      stdio: "inherit",
    });
    child.on("error", () => resolve(false));
    child.on("close", (code) => resolve(code === 0));
  });
}

/**
 * The same for a tool that either finds something wrong or does not.
 * @param {string[]} script
 * @returns {Promise<Outcome>}
 */
export async function runCheck(script) {
  return (await runShown(script)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
