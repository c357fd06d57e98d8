import { NotAPackError } from "@/lib/packs/verify/not-a-pack-error";
import type { RandomReader } from "@/lib/packs/verify/random-reader";

const END = 0x0605_4b50;
const ZIP64_END = 0x0606_4b50;
const ZIP64_LOCATOR = 0x0706_4b50;
const LOCAL = 0x0403_4b50;

const END_BYTES = 22;
const ZIP64_END_BYTES = 56;
const ZIP64_LOCATOR_BYTES = 20;
const COMMENT_BYTES_MAX = 0xffff;

/** Where the directory of a ZIP lies and how many files it speaks of. */
export interface ZipEnd {
  entryCount: number;
  centralOffset: number;
  centralBytes: number;
}

/** Finds the end records of a ZIP; throws NotAPackError. */
export async function readEnd(reader: RandomReader): Promise<ZipEnd> {
  const tailOffset = Math.max(0, reader.byteSize - END_BYTES - COMMENT_BYTES_MAX);
  const tail = viewOf(await reader.read(tailOffset, reader.byteSize - tailOffset));
  const at = findEnd(tail);
  if (at === null) throw new NotAPackError(await lookOfNoZip(reader));
  const end = {
    entryCount: tail.getUint16(at + 10, true),
    centralBytes: tail.getUint32(at + 12, true),
    centralOffset: tail.getUint32(at + 16, true),
  };
  const isFull =
    end.entryCount === 0xffff ||
    end.centralBytes === 0xffff_ffff ||
    end.centralOffset === 0xffff_ffff;
  const found = (isFull ? await readZip64End(reader, tailOffset + at) : null) ?? end;
  const { centralOffset, centralBytes } = found;
  if (centralOffset + centralBytes > tailOffset + at) throw new NotAPackError("broken");
  return found;
}

/** A file that begins as a ZIP does and has no end was cut off. */
async function lookOfNoZip(reader: RandomReader): Promise<"broken" | "notZip"> {
  const start = viewOf(await reader.read(0, 4));
  return start.byteLength === 4 && start.getUint32(0, true) === LOCAL ? "broken" : "notZip";
}

/** The last place where an end record with a comment of fitting length stands. */
function findEnd(tail: DataView): number | null {
  for (let at = tail.byteLength - END_BYTES; at >= 0; at -= 1) {
    const isEnd =
      tail.getUint32(at, true) === END &&
      at + END_BYTES + tail.getUint16(at + 20, true) === tail.byteLength;
    if (isEnd) return at;
  }
  return null;
}

async function readZip64End(reader: RandomReader, endOffset: number): Promise<ZipEnd | null> {
  const locatorOffset = endOffset - ZIP64_LOCATOR_BYTES;
  if (locatorOffset < ZIP64_END_BYTES) return null;
  const locator = viewOf(await reader.read(locatorOffset, ZIP64_LOCATOR_BYTES));
  if (locator.getUint32(0, true) !== ZIP64_LOCATOR) return null;
  const at = Number(locator.getBigUint64(8, true));
  if (at + ZIP64_END_BYTES > locatorOffset) throw new NotAPackError("broken");
  const record = viewOf(await reader.read(at, ZIP64_END_BYTES));
  if (record.getUint32(0, true) !== ZIP64_END) throw new NotAPackError("broken");
  return {
    entryCount: Number(record.getBigUint64(32, true)),
    centralBytes: Number(record.getBigUint64(40, true)),
    centralOffset: Number(record.getBigUint64(48, true)),
  };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
