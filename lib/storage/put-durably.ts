import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { isErrno, nullIfMissing } from "@/lib/storage/errno";

/** Where files lie until they are whole. */
export const INCOMING_FOLDER = "incoming";

/**
 * Writes a file so that it survives a power cut and nobody ever sees half of it: temporary file, sync,
 * rename, sync of the folder. `target` lies somewhere below `root`.
 */
export async function putDurably(root: string, target: string, bytes: Uint8Array): Promise<void> {
  const temporary = path.join(root, INCOMING_FOLDER, randomUUID());
  try {
    await withFolder(temporary, () => writeSynced(temporary, bytes));
    await withFolder(target, () => rename(temporary, target));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(path.dirname(target));
}

/** Most files find their folder there. */
async function withFolder(file: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isErrno(error, "ENOENT")) throw error;
    await mkdir(path.dirname(file), { recursive: true });
    await work();
  }
}

async function writeSynced(name: string, bytes: Uint8Array): Promise<void> {
  const file = await open(name, "wx");
  try {
    await file.writeFile(bytes);
    await file.datasync();
  } finally {
    await file.close();
  }
}

/** A rename is only durable once its folder is; some systems cannot sync folders and need not. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await nullIfMissing(open(folder, "r"));
  try {
    await handle?.sync();
  } catch (error) {
    if (!isErrno(error, "EPERM", "EINVAL", "EISDIR")) throw error;
  } finally {
    await handle?.close();
  }
}
