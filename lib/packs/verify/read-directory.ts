import { NotAPackError } from "@/lib/packs/verify/not-a-pack-error";
import type { RandomReader } from "@/lib/packs/verify/random-reader";
import { readEnd } from "@/lib/packs/verify/read-end";
import type { ZipEntry } from "@/lib/packs/verify/zip-entry";

const CENTRAL = 0x0201_4b50;
const CENTRAL_BYTES = 46;
const ZIP64_EXTRA = 1;
const STORED = 0;
const ENCRYPTED = 1;

/** More than the most codes a pack can have with their lists. */
const ENTRIES_MAX = 200_000;
const DIRECTORY_BYTES_MAX = 64 * 1024 * 1024;

/** What the directory of a ZIP says of its files, in the order they lie in; throws NotAPackError. */
export async function readDirectory(reader: RandomReader): Promise<ZipEntry[]> {
  const { entryCount, centralBytes, centralOffset } = await readEnd(reader);
  if (entryCount > ENTRIES_MAX || centralBytes > DIRECTORY_BYTES_MAX) {
    throw new NotAPackError("tooMuch");
  }
  const bytes = await reader.read(centralOffset, centralBytes);
  if (bytes.length !== centralBytes) throw new NotAPackError("broken");
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < entryCount; index += 1) {
    const { entry, length } = readEntry(bytes.subarray(at));
    if (!isFolder(entry)) entries.push(entry);
    at += length;
  }
  if (at !== centralBytes) throw new NotAPackError("broken");
  const placed = entries.toSorted((one, other) => one.zipOffset - other.zipOffset);
  requireApart(placed, centralOffset);
  return placed;
}

function readEntry(bytes: Uint8Array): { entry: ZipEntry; length: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < CENTRAL_BYTES || view.getUint32(0, true) !== CENTRAL) {
    throw new NotAPackError("broken");
  }
  const nameEnd = CENTRAL_BYTES + view.getUint16(28, true);
  const extraEnd = nameEnd + view.getUint16(30, true);
  const length = extraEnd + view.getUint16(32, true);
  if (length > bytes.length) throw new NotAPackError("broken");
  const isPlain =
    view.getUint16(10, true) === STORED && (view.getUint16(8, true) & ENCRYPTED) === 0;
  const name = bytes.slice(CENTRAL_BYTES, nameEnd);
  const [byteSize = 0, storedSize, zipOffset = 0] = widen(
    [view.getUint32(24, true), view.getUint32(20, true), view.getUint32(42, true)],
    bytes.subarray(nameEnd, extraEnd),
  );
  if (!isPlain) throw new NotAPackError("packedAgain");
  if (byteSize !== storedSize) throw new NotAPackError("broken");
  return { entry: { path: decode(name), name, byteSize, zipOffset }, length };
}

/** Takes from the ZIP64 field what did not fit: the full ones, in this order. */
function widen(values: readonly number[], extra: Uint8Array): number[] {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  let at = 0;
  while (at + 4 <= extra.length && view.getUint16(at, true) !== ZIP64_EXTRA) {
    at += 4 + view.getUint16(at + 2, true);
  }
  at += 4;
  return values.map((value) => {
    if (value !== 0xffff_ffff || at + 8 > extra.length) return value;
    at += 8;
    return Number(view.getBigUint64(at - 8, true));
  });
}

function decode(name: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(name);
  } catch {
    throw new NotAPackError("broken");
  }
}

/** Other programs write folders down as well. */
function isFolder({ path, byteSize }: ZipEntry): boolean {
  return path.endsWith("/") && byteSize === 0;
}

/** Files that lie over each other, or two of one name, would be unpacked as nobody checked them. */
function requireApart(entries: readonly ZipEntry[], centralOffset: number): void {
  const paths = new Set(entries.map(({ path }) => path));
  const areApart = entries.every(({ zipOffset, name, byteSize }, index) => {
    const next = entries[index + 1]?.zipOffset ?? centralOffset;
    return zipOffset + 30 + name.length + byteSize <= next;
  });
  if (!areApart || paths.size !== entries.length) throw new NotAPackError("broken");
}
