import type { Readable } from "node:stream";
import { getFileNameLowLevel, openPromise } from "yauzl";
import type { Entry, ZipFile } from "yauzl";
import { DomainError, InvalidInputError } from "@/lib/core/errors";

const ENTRIES_MAX = 10_000;
const INFLATED_MAX_BYTES = 300 * 1024 * 1024;
/** No sheet of people packs so well; a small part may, for it does no harm. */
const RATIO_MAX = 250;
const RATIO_FROM_BYTES = 8 * 1024 * 1024;

/** The parts of a workbook, which is a ZIP file. */
export interface Zip {
  has: (name: string) => boolean;
  /** The bytes of a part, inflated as they are asked for; none where there is no such part. */
  read: (name: string) => AsyncGenerator<Uint8Array, void, void>;
  close: () => void;
}

/**
 * Opens a ZIP file and reads its directory first, so that one that would unpack to far more than any sheet
 * is refused before a byte of it is inflated; what is inflated is counted all the same, for the directory
 * may lie. Throws `fileBomb`, `fileBroken` and `fileProtected`.
 */
export async function openZip(path: string): Promise<Zip> {
  const file = await asInput(() =>
    // Names are never used as paths, so odd ones need not be refused.
    openPromise(path, { autoClose: false, decodeStrings: false }),
  );
  try {
    const entries = await asInput(() => readDirectory(file));
    let inflatedBytes = 0;
    const count = (bytes: number) => {
      inflatedBytes += bytes;
      if (inflatedBytes > INFLATED_MAX_BYTES) throw new InvalidInputError("fileBomb", "rows");
    };
    return {
      has: (name) => entries.has(keyOf(name)),
      read: (name) => inflate(file, entries.get(keyOf(name)), count),
      close: () => file.close(),
    };
  } catch (error) {
    file.close();
    throw error;
  }
}

async function readDirectory(file: ZipFile): Promise<Map<string, Entry>> {
  if (file.entryCount > ENTRIES_MAX) throw new InvalidInputError("fileBomb", "rows");
  const entries = new Map<string, Entry>();
  let declaredBytes = 0;
  for await (const entry of file.eachEntry()) {
    const { uncompressedSize, compressedSize } = entry;
    declaredBytes += uncompressedSize;
    const isDense =
      uncompressedSize > RATIO_FROM_BYTES && uncompressedSize > compressedSize * RATIO_MAX;
    if (isDense || declaredBytes > INFLATED_MAX_BYTES) {
      throw new InvalidInputError("fileBomb", "rows");
    }
    if (entry.isEncrypted()) throw new InvalidInputError("fileProtected", "rows");
    const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
    const name = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
    entries.set(keyOf(name), entry);
  }
  return entries;
}

async function* inflate(
  file: ZipFile,
  entry: Entry | undefined,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array, void, void> {
  if (!entry) return;
  const stream = await asInput(() => file.openReadStreamPromise(entry));
  try {
    const chunks = (stream as Readable)[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    for (;;) {
      const { done, value } = await asInput(() => chunks.next());
      if (done) return;
      count(value.length);
      yield value;
    }
  } finally {
    stream.destroy();
  }
}

/** Parts are named without regard to case, by the rules of their packaging. */
function keyOf(name: string): string {
  return name.replace(/^\/+/, "").toLowerCase();
}

/** What a ZIP library says about a file is the file's fault; what the disk says is not. */
async function asInput<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError || (error instanceof Error && "syscall" in error)) throw error;
    throw new InvalidInputError("fileBroken", "rows");
  }
}
