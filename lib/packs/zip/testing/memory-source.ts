import { setImmediate } from "node:timers/promises";
import { crc32 } from "node:zlib";
import { NotFoundError } from "@/lib/core/errors";
import type { PlacedFile } from "@/lib/packs/zip/zip-file";
import { ZipLayout } from "@/lib/packs/zip/zip-layout";
import type { ZipSource } from "@/lib/packs/zip/zip-source";

export interface MemoryFile {
  path: string;
  bytes: Buffer;
}

export interface MemorySource extends ZipSource {
  files: readonly PlacedFile[];
  /** Keys that were asked for. */
  readKeys: string[];
  /** Readings and lists of files under way. */
  openCount: () => number;
  /** What the store loses or changes from now on. */
  lose: (path: string) => void;
  change: (path: string, bytes: Buffer) => void;
}

interface Pace {
  pageSize?: number;
  /** Waited for before every reading; nothing by default, as in an instant source. */
  wait?: () => Promise<unknown>;
}

/** A source of files in memory that watches what is read of it. */
export function memorySource(
  contents: readonly MemoryFile[],
  { pageSize = 3, wait }: Pace = {},
): MemorySource {
  const layout = new ZipLayout();
  const stored = new Map(contents.map(({ path, bytes }) => [`store/${path}`, bytes]));
  const files = contents.map(({ path, bytes }, index) => ({
    path,
    objectKey: `store/${path}`,
    crc32: crc32(bytes),
    byteSize: bytes.length,
    position: index + 1,
    zipOffset: layout.add({ path, byteSize: bytes.length }),
  }));
  const readKeys: string[] = [];
  let openCount = 0;

  async function read(objectKey: string): Promise<Buffer> {
    readKeys.push(objectKey);
    openCount += 1;
    try {
      await wait?.();
      const bytes = stored.get(objectKey);
      if (!bytes) throw new NotFoundError("picture");
      return bytes;
    } finally {
      openCount -= 1;
    }
  }

  async function* listFrom(position: number) {
    openCount += 1;
    try {
      for (let first = position - 1; first < files.length; first += pageSize) {
        await setImmediate();
        yield files.slice(first, first + pageSize);
      }
    } finally {
      openCount -= 1;
    }
  }

  return {
    ...layout.finish(),
    modifiedAt: new Date("2026-11-21T04:05:07Z"),
    files,
    readKeys,
    read,
    listFrom,
    positionAt: async (offset) =>
      files.findLast(({ zipOffset }) => zipOffset <= offset)?.position ?? 1,
    openCount: () => openCount,
    lose: (path) => stored.delete(`store/${path}`),
    change: (path, bytes) => stored.set(`store/${path}`, bytes),
  };
}
