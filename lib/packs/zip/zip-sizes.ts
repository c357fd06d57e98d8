/** From here on a size or an offset does not fit its 32 bits and stands in a ZIP64 field. */
const UINT32_FULL = 0xffff_ffff;
const UINT16_FULL = 0xffff;

const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
const ZIP64_END_BYTES = 56;
const ZIP64_LOCATOR_BYTES = 20;
/** Heads an extra field: its kind and its length. */
const EXTRA_BYTES = 4;
const UINT64_BYTES = 8;

export function isOver32(value: number): boolean {
  return value >= UINT32_FULL;
}

/** What a 32 bit field says: the value, or that ZIP64 says it. */
export function to32(value: number): number {
  return Math.min(value, UINT32_FULL);
}

export function to16(value: number): number {
  return Math.min(value, UINT16_FULL);
}

/** What stands before a file's bytes: header, name, and both sizes again where 32 bits do not do. */
export function localSize(nameBytes: number, byteSize: number): number {
  return LOCAL_BYTES + nameBytes + (isOver32(byteSize) ? EXTRA_BYTES + 2 * UINT64_BYTES : 0);
}

/** What the directory says of a file. */
export function centralSize(nameBytes: number, byteSize: number, zipOffset: number): number {
  const wideCount = (isOver32(byteSize) ? 2 : 0) + (isOver32(zipOffset) ? 1 : 0);
  const extra = wideCount === 0 ? 0 : EXTRA_BYTES + wideCount * UINT64_BYTES;
  return CENTRAL_BYTES + nameBytes + extra;
}

/** Whether so many files, or files and directory of so many bytes, ask for the ZIP64 end records. */
export function asksForZip64(fileCount: number, endOffset: number): boolean {
  return fileCount >= UINT16_FULL || isOver32(endOffset);
}

/** What comes after the directory. */
export function endSize(isZip64: boolean): number {
  return isZip64 ? ZIP64_END_BYTES + ZIP64_LOCATOR_BYTES + END_BYTES : END_BYTES;
}
