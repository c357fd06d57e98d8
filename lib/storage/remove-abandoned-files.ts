import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { nullIfMissing } from "@/lib/storage/errno";
import { INCOMING_FOLDER } from "@/lib/storage/put-durably";

const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/** Removes what a crash left half-written, older than an hour. Returns how many files went. */
export async function removeAbandonedFiles(root: string, now: Date): Promise<number> {
  const incoming = path.join(root, INCOMING_FOLDER);
  const names = (await nullIfMissing(readdir(incoming))) ?? [];
  let removedCount = 0;
  for (const name of names) {
    const file = path.join(incoming, name);
    const found = await nullIfMissing(stat(file));
    if (!found || now.getTime() - found.mtimeMs < ABANDONED_AFTER_MS) continue;
    await rm(file, { force: true });
    removedCount += 1;
  }
  return removedCount;
}
