import { createReadStream } from "node:fs";
import { mkdir, readdir, rm, stat, statfs } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import path from "node:path";
import { DomainError, NotFoundError } from "@/lib/core/errors";
import { isErrno, nullIfMissing } from "@/lib/storage/errno";
import { Measure } from "@/lib/storage/measure";
import type { ObjectStore } from "@/lib/storage/object-store";
import { putDurably, writeDurably } from "@/lib/storage/put-durably";
import { readWhole } from "@/lib/storage/read-whole";

/** An object store in a folder: temporary file, sync, rename, sync of the folder. */
export function createFileStore(root: string): ObjectStore {
  const resolve = (key: string) => path.join(/* turbopackIgnore: true */ root, key);
  return {
    async put(key, bytes) {
      await translate(() => putDurably(root, resolve(key), bytes));
    },
    async putStream(key, chunks) {
      const measure = new Measure();
      const source: Source = { failure: null };
      const write = async (file: FileHandle) => {
        for await (const chunk of watched(chunks, source)) {
          measure.take(chunk);
          await file.writeFile(chunk);
        }
      };
      try {
        await translate(() => writeDurably(root, resolve(key), write));
      } catch (error) {
        throw source.failure ?? error;
      }
      return measure.finish();
    },
    async stat(key) {
      const found = await nullIfMissing(stat(resolve(key)));
      return found && { byteSize: found.size };
    },
    async open(key) {
      if (!(await nullIfMissing(stat(resolve(key))))) throw new NotFoundError("picture");
      return createReadStream(resolve(key));
    },
    async openRange(key, start, end) {
      if (!(await nullIfMissing(stat(resolve(key))))) throw new NotFoundError("picture");
      return createReadStream(resolve(key), { start, end });
    },
    async read(key) {
      const bytes = await nullIfMissing(readWhole(resolve(key)));
      if (!bytes) throw new NotFoundError("picture");
      return bytes;
    },
    async list(prefix) {
      requireFolder(prefix);
      const names = (await nullIfMissing(readdir(resolve(prefix)))) ?? [];
      return names.toSorted().map((name) => prefix + name);
    },
    async removeAll(prefix) {
      requireFolder(prefix);
      await translate(() => rm(resolve(prefix), { recursive: true, force: true }));
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

function requireFolder(prefix: string): void {
  if (!prefix.endsWith("/")) throw new Error(`Not a whole folder: ${prefix}`);
}

/** Remembers what a source threw: that is not the store's. */
interface Source {
  failure: Error | null;
}

async function* watched(chunks: AsyncIterable<Uint8Array>, source: Source) {
  try {
    yield* chunks;
  } catch (error) {
    source.failure = error instanceof Error ? error : new Error(String(error));
    throw error;
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
