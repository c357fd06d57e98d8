import type { DosTime } from "@/lib/packs/zip/dos-time";
import { encodePath } from "@/lib/packs/zip/encode-path";
import type { PlacedFile, ZipFile } from "@/lib/packs/zip/zip-file";
import type { ZipExtent } from "@/lib/packs/zip/zip-layout";
import {
  asksForZip64,
  centralSize,
  endSize,
  isOver32,
  localSize,
  to16,
  to32,
} from "@/lib/packs/zip/zip-sizes";

const LOCAL = 0x0403_4b50;
const CENTRAL = 0x0201_4b50;
const END = 0x0605_4b50;
const ZIP64_END = 0x0606_4b50;
const ZIP64_LOCATOR = 0x0706_4b50;
const ZIP64_EXTRA = 1;

const VERSION = 20;
const ZIP64_VERSION = 45;
/** Made on Unix, so that rights are told and names are nobody's code page. */
const MADE_BY = (3 << 8) | ZIP64_VERSION;
const NAMES_ARE_UTF8 = 1 << 11;
/** A plain file that its owner may write and everybody may read. */
const RIGHTS = (0o100644 << 16) >>> 0;

/** Writes fields one after the other, as ZIP has them: little end first. */
function fields(byteSize: number) {
  const bytes = Buffer.alloc(byteSize);
  let at = 0;
  const own = {
    bytes,
    u16: (...values: number[]) => {
      for (const value of values) at = bytes.writeUInt16LE(value, at);
      return own;
    },
    u32: (...values: number[]) => {
      for (const value of values) at = bytes.writeUInt32LE(value, at);
      return own;
    },
    u64: (...values: number[]) => {
      for (const value of values) at = bytes.writeBigUInt64LE(BigInt(value), at);
      return own;
    },
    raw: (value: Buffer) => {
      at += value.copy(bytes, at);
      return own;
    },
  };
  return own;
}

/** What stands before a file's bytes. */
export function localRecord({ path, crc32, byteSize }: ZipFile, { time, date }: DosTime): Buffer {
  const name = encodePath(path);
  const isWide = isOver32(byteSize);
  const record = fields(localSize(name.length, byteSize))
    .u32(LOCAL)
    .u16(isWide ? ZIP64_VERSION : VERSION, NAMES_ARE_UTF8, 0, time, date)
    .u32(crc32, to32(byteSize), to32(byteSize))
    .u16(name.length, isWide ? 20 : 0)
    .raw(name);
  if (isWide) record.u16(ZIP64_EXTRA, 16).u64(byteSize, byteSize);
  return record.bytes;
}

/** What the directory says of a file. */
export function centralRecord(file: PlacedFile, { time, date }: DosTime): Buffer {
  const { path, crc32, byteSize, zipOffset } = file;
  const name = encodePath(path);
  const wide = [
    ...(isOver32(byteSize) ? [byteSize, byteSize] : []),
    ...(isOver32(zipOffset) ? [zipOffset] : []),
  ];
  const record = fields(centralSize(name.length, byteSize, zipOffset))
    .u32(CENTRAL)
    .u16(MADE_BY, wide.length > 0 ? ZIP64_VERSION : VERSION, NAMES_ARE_UTF8, 0, time, date)
    .u32(crc32, to32(byteSize), to32(byteSize))
    .u16(name.length, wide.length > 0 ? 4 + wide.length * 8 : 0, 0, 0, 0)
    .u32(RIGHTS, to32(zipOffset))
    .raw(name);
  if (wide.length > 0) record.u16(ZIP64_EXTRA, wide.length * 8).u64(...wide);
  return record.bytes;
}

/** What comes after the directory and says where it is. */
export function endRecords({ fileCount, centralOffset, byteSize }: ZipExtent): Buffer {
  const isZip64 = asksForZip64(fileCount, byteSize - endSize(false));
  const endOffset = byteSize - endSize(isZip64);
  const centralBytes = endOffset - centralOffset;
  const records = fields(endSize(isZip64));
  if (isZip64) {
    records
      .u32(ZIP64_END)
      .u64(44)
      .u16(MADE_BY, ZIP64_VERSION)
      .u32(0, 0)
      .u64(fileCount, fileCount, centralBytes, centralOffset)
      .u32(ZIP64_LOCATOR, 0)
      .u64(endOffset)
      .u32(1);
  }
  return records
    .u32(END)
    .u16(0, 0, to16(fileCount), to16(fileCount))
    .u32(to32(centralBytes), to32(centralOffset))
    .u16(0).bytes;
}
