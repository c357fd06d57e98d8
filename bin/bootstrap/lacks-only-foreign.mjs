/**
 * @typedef {{ packages?: Record<string, { optionalDependencies?: Record<string, string> }> }} Lockfile
 */

/**
 * Whether all that `npm ci` misses in the lockfile are optional packages, the binaries of other systems.
 * npm leaves those out of a lockfile when the registry it was made with does not carry them, and then refuses
 * its own lockfile; `npm install` accepts it and still takes every version from it.
 * @param {string} output what `npm ci` printed
 * @param {string} lockfile text of package-lock.json
 * @returns {boolean}
 */
export function lacksOnlyForeign(output, lockfile) {
  const missing = [...output.matchAll(/Missing: (@?[^@\s]+)@\S* from lock file/g)];
  if (missing.length === 0 || output.includes("Invalid: ")) return false;
  /** @type {Lockfile} */
  const { packages = {} } = JSON.parse(lockfile);
  const optional = new Set(
    Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {})),
  );
  return missing.every(([, name = ""]) => optional.has(name));
}
