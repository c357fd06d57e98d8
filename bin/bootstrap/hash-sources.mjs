import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { errorCode } from "./plain-error.mjs";

/**
 * One SHA-256 over the names and contents of files and folders. Missing ones count as absent,
 * so adding or removing one changes the result.
 * @param {string} root what the names are relative to
 * @param {string[]} names
 * @param {(name: string) => boolean} [isCounted] asked for every file
 * @returns {Promise<string>} hexadecimal
 */
export async function hashSources(root, names, isCounted = () => true) {
  const hash = createHash("sha256");
  for (const name of names) {
    for (const path of await listFiles(join(root, name))) {
      const shown = relative(root, path).split(sep).join("/");
      if (!isCounted(shown)) continue;
      hash.update(`${shown}\0`);
      for await (const chunk of createReadStream(path)) hash.update(chunk);
      hash.update("\0");
    }
  }
  return hash.digest("hex");
}

/**
 * @param {string} path
 * @returns {Promise<string[]>}
 */
async function listFiles(path) {
  const found = await stat(path).catch((/** @type {unknown} */ error) => {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  });
  if (found === null) return [];
  if (!found.isDirectory()) return [path];
  const names = (await readdir(path)).toSorted();
  const lists = await Promise.all(names.map((name) => listFiles(join(path, name))));
  return lists.flat();
}
