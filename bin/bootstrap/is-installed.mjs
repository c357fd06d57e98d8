import { readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * @typedef {{ version?: string, optional?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lockfile
 */

/**
 * Whether node_modules holds what package-lock.json says, by npm's own record of what it installed.
 * Optional packages may be missing on either side: they belong to other systems.
 * @param {string} root
 * @returns {Promise<boolean>}
 */
export async function isInstalled(root) {
  const [wanted, present] = await Promise.all([
    readPackages(join(root, "package-lock.json")),
    readPackages(join(root, "node_modules", ".package-lock.json")),
  ]);
  if (wanted === null || present === null) return false;
  const isSame = Object.entries(present).every(([path, { version, optional }]) =>
    path in wanted ? wanted[path]?.version === version : optional === true,
  );
  const isComplete = Object.entries(wanted).every(
    ([path, { optional }]) => path === "" || path in present || optional === true,
  );
  return isSame && isComplete;
}

/**
 * @param {string} path
 * @returns {Promise<Record<string, LockedPackage> | null>}
 */
async function readPackages(path) {
  try {
    /** @type {Lockfile} */
    const lockfile = JSON.parse(await readFile(path, "utf8"));
    return lockfile.packages ?? null;
  } catch {
    return null;
  }
}
