import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { nullIfMissing } from "@/lib/storage/errno";
import { INCOMING_FOLDER } from "@/lib/storage/put-durably";

/** A picture is whole within seconds, and a file that is being written is never old. */
const ABANDONED_AFTER_MS = 5 * 60 * 1000;

/** Removes what a crash left half-written or unread, five minutes old or as told. Returns how many files went. */
export async function removeAbandonedFiles(
  root: string,
  now: Date,
  afterMs = ABANDONED_AFTER_MS,
): Promise<number> {
  const incoming = path.join(root, INCOMING_FOLDER);
  const names = (await nullIfMissing(readdir(incoming))) ?? [];
  let removedCount = 0;
  for (const name of names) {
    const file = path.join(incoming, name);
    const found = await nullIfMissing(stat(file));
    if (!found || now.getTime() - found.mtimeMs < afterMs) continue;
    await rm(file, { force: true });
    removedCount += 1;
  }
  return removedCount;
}
