import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import path from "node:path";
import { isErrno, nullIfMissing } from "@/lib/storage/errno";

/** Where files lie until they are whole. */
export const INCOMING_FOLDER = "incoming";

/**
 * Writes a file so that it survives a power cut and nobody ever sees half of it: temporary file, sync,
 * rename, sync of the folder. `target` lies somewhere below `root`.
 */
export async function putDurably(root: string, target: string, bytes: Uint8Array): Promise<void> {
  await writeDurably(root, target, (file) => file.writeFile(bytes));
}

/** The same for whatever `write` writes into the file. */
export async function writeDurably(
  root: string,
  target: string,
  write: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const temporary = path.join(root, INCOMING_FOLDER, randomUUID());
  try {
    const file = await openNew(temporary);
    try {
      await write(file);
      await file.datasync();
    } finally {
      await file.close();
    }
    await withFolder(target, () => rename(temporary, target));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(path.dirname(target));
}

/** Most files find their folder there. */
async function withFolder<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!isErrno(error, "ENOENT")) throw error;
    await mkdir(path.dirname(file), { recursive: true });
    return work();
  }
}

async function openNew(name: string): Promise<FileHandle> {
  return withFolder(name, () => open(name, "wx"));
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
