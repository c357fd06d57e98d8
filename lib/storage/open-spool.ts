import { readdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { nullIfMissing } from "@/lib/storage/errno";
import { putDurably } from "@/lib/storage/put-durably";

const EXTENSION = ".json";

/** A folder of small notes that survive this process and a power cut. Names are made by us, never by people. */
export interface Spool {
  put(name: string, text: string): Promise<void>;
  list(): Promise<string[]>;
  /** Null when somebody has taken it away. */
  read(name: string): Promise<string | null>;
  remove(name: string): Promise<void>;
  /** Out of the way, for a person to look at. */
  setAside(name: string): Promise<void>;
}

export function openSpool(root: string): Spool {
  const resolve = (name: string) => path.join(/* turbopackIgnore: true */ root, name + EXTENSION);
  return {
    put: (name, text) => putDurably(root, resolve(name), Buffer.from(text, "utf8")),
    async list() {
      const files = (await nullIfMissing(readdir(root))) ?? [];
      return files
        .filter((file) => file.endsWith(EXTENSION))
        .map((file) => file.slice(0, -EXTENSION.length));
    },
    read: (name) => nullIfMissing(readFile(resolve(name), "utf8")),
    async remove(name) {
      await rm(resolve(name), { force: true });
    },
    async setAside(name) {
      await nullIfMissing(rename(resolve(name), `${resolve(name)}.broken`));
    },
  };
}
