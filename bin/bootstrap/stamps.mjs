import { readFile, writeFile } from "node:fs/promises";

/**
 * What a stamp file says, or "" when it is not there.
 * @param {string} path
 */
export async function readStamp(path) {
  return readFile(path, "utf8").then(
    (text) => text.trim(),
    () => "",
  );
}

/**
 * @param {string} path
 * @param {string} value
 */
export async function writeStamp(path, value) {
  await writeFile(path, `${value}\n`);
}
