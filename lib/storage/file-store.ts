import { createReadStream } from "node:fs";
import { mkdir, readFile, stat, statfs } from "node:fs/promises";
import path from "node:path";
import { DomainError, NotFoundError } from "@/lib/core/errors";
import { isErrno, nullIfMissing } from "@/lib/storage/errno";
import type { ObjectStore } from "@/lib/storage/object-store";
import { putDurably } from "@/lib/storage/put-durably";

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
