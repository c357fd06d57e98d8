import type { RandomReader } from "@/lib/packs/verify/random-reader";
import type { ZipEntry } from "@/lib/packs/verify/zip-entry";

const LOCAL = 0x0403_4b50;
const LOCAL_BYTES = 30;
const STORED = 0;
/** The sizes come after the bytes, as some programs write them. */
const SIZES_FOLLOW = 1 << 3;

/**
 * Where the bytes of a file begin, or null when its own record tells another story than the directory: programs go by
 * the one or the other.
 */
export async function findContent(reader: RandomReader, entry: ZipEntry): Promise<number | null> {
  const { zipOffset, name, byteSize } = entry;
  const record = await reader.read(zipOffset, LOCAL_BYTES + name.length);
  if (record.length < LOCAL_BYTES + name.length) return null;
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  const sizesFollow = (view.getUint16(6, true) & SIZES_FOLLOW) !== 0;
  const size = Math.min(byteSize, 0xffff_ffff);
  const isSame =
    view.getUint32(0, true) === LOCAL &&
    view.getUint16(8, true) === STORED &&
    (sizesFollow || [18, 22].every((at) => view.getUint32(at, true) === size)) &&
    view.getUint16(26, true) === name.length &&
    name.every((byte, index) => record[LOCAL_BYTES + index] === byte);
  return isSame ? zipOffset + record.length + view.getUint16(28, true) : null;
}
