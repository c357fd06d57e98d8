import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the clone. */
export const ROOT = resolve(fileURLToPath(new URL("../..", import.meta.url)));

/** Node 24, installed as a package so that the machine's own Node may be older. */
export const NODE = join(
  ROOT,
  "node_modules",
  "node",
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);

/** @param {...string} parts below the clone's folder */
export function inRoot(...parts) {
  return join(ROOT, ...parts);
}
