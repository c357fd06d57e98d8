import { existsSync } from "node:fs";
import { runQuietly } from "./run-quietly.mjs";

const PACKAGE_MS = 15 * 60_000;

/** Whether Debian's packages can be installed here. */
export function canInstall() {
  return process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

/**
 * @param {string[]} names
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function installPackages(names) {
  if (!canInstall()) return { code: 1, output: "apt-get needs Debian and root." };
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    timeoutMs: PACKAGE_MS,
  };
  const update = await runQuietly("apt-get", ["update"], options);
  const install = await runQuietly("apt-get", ["install", "-y", ...names], options);
  return { code: install.code, output: `${update.output}\n${install.output}` };
}
