import { readFile, rename, writeFile } from "node:fs/promises";
import { errorCode } from "../bootstrap/plain-error.mjs";

/** The text of a small private file (mode 600), made on first use. It appears whole or not at all. */
export async function readOrCreate(path: string, make: () => string): Promise<string> {
  const known = await readText(path);
  if (known !== "") return known;
  const partial = `${path}.${process.pid}`;
  const made = make();
  await writeFile(partial, `${made}\n`, { mode: 0o600, flush: true });
  await rename(partial, path);
  return made;
}

async function readText(path: string): Promise<string> {
  try {
    return (await readFile(path, "utf8")).trim();
  } catch (error) {
    if (errorCode(error) === "ENOENT") return "";
    throw error;
  }
}
