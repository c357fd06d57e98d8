import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat, statfs } from "node:fs/promises";
import path from "node:path";
import { DomainError, NotFoundError } from "@/lib/core/errors";
import { isErrno, nullIfMissing } from "@/lib/storage/errno";
import type { ObjectStore } from "@/lib/storage/object-store";

/** Where files lie until they are whole. */
export const INCOMING_FOLDER = "incoming";

/** An object store in a folder: temporary file, sync, rename, sync of the folder. */
export function createFileStore(root: string): ObjectStore {
  const resolve = (key: string) => path.join(/* turbopackIgnore: true */ root, key);
  return {
    async put(key, bytes) {
      await translate(() => putDurably(root, resolve(key), bytes));
    },
    async stat(key) {
      const found = await nullIfMissing(stat(resolve(key)));
      return found && { byteSize: found.size };
    },
    async open(key) {
      if (!(await nullIfMissing(stat(resolve(key))))) throw new NotFoundError("picture");
      return createReadStream(resolve(key));
    },
    async read(key) {
      const bytes = await nullIfMissing(readFile(resolve(key)));
      if (!bytes) throw new NotFoundError("picture");
      return bytes;
    },
    async ensureRoom(byteSize) {
      await translate(async () => {
        await mkdir(root, { recursive: true });
        const { bavail, bsize } = await statfs(root);
        if (bavail * bsize < byteSize) throw new DomainError("storage_unavailable", "storageFull");
      });
    },
  };
}

async function putDurably(root: string, target: string, bytes: Uint8Array): Promise<void> {
  const incoming = path.join(root, INCOMING_FOLDER);
  const temporary = path.join(incoming, randomUUID());
  await mkdir(incoming, { recursive: true });
  await mkdir(path.dirname(target), { recursive: true });
  try {
    const file = await open(temporary, "wx");
    try {
      await file.writeFile(bytes);
      await file.datasync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(path.dirname(target));
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

async function translate<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const reason = isErrno(error, "ENOSPC", "EDQUOT")
      ? "storageFull"
      : isErrno(error, "EROFS", "EACCES", "EPERM")
        ? "storageReadOnly"
        : "storageBroken";
    throw new DomainError("storage_unavailable", reason, {}, undefined, { cause: error });
  }
}
